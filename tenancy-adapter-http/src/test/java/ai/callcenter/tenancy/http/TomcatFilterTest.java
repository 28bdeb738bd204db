package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.store.TenancyStore;

class TomcatFilterTest extends FilterContract {
    @Override
    protected TenancyStore store() {
        return new InMemoryStore();
    }

    @Override
    ServletHost.Starter starter() {
        return TomcatHost::start;
    }
}
