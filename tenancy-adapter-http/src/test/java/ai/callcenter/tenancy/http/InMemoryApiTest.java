package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.store.TenancyStore;

class InMemoryApiTest extends ApiContract {
    @Override
    protected TenancyStore store() {
        return new InMemoryStore();
    }
}
