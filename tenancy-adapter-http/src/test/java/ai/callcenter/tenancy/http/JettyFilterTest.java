package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.store.TenancyStore;

class JettyFilterTest extends FilterContract {
    @Override
    protected TenancyStore store() {
        return new InMemoryStore();
    }
}
