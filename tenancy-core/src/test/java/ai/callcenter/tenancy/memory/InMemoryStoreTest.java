package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.contract.StoreContract;
import ai.callcenter.tenancy.store.TenancyStore;
import java.util.List;
import java.util.Objects;

class InMemoryStoreTest extends StoreContract {
    private final InMemoryStore store = new InMemoryStore();

    @Override
    public TenancyStore store() {
        return store;
    }

    @Override
    public List<String> platformTrail(String subject) {
        return store.trailOutsideTenants().stream()
                .filter(line -> line.subject().equals(subject))
                .map(line -> String.join(
                        " ",
                        line.action().wire(),
                        line.actor().kind().wire(),
                        line.actor().name(),
                        Objects.requireNonNullElse(line.requestId(), "-")))
                .toList();
    }
}
