package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.store.TenancyStore;

class InMemoryFuzzTest extends FuzzContract {
    InMemoryFuzzTest() {
        super(14_000);
    }

    @Override
    protected TenancyStore store() {
        return new InMemoryStore();
    }
}
