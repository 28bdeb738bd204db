package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.Tenancy;

/** Tenancy without a database, for a host's tests: nothing is kept when it is gone. Safe for use by many threads. */
public final class InMemoryTenancy {
    private final InMemoryStore store = new InMemoryStore();
    private final Tenancy tenancy = Tenancy.on(store);

    private InMemoryTenancy() {}

    /** An empty one; two of them do not meet. */
    public static InMemoryTenancy create() {
        return new InMemoryTenancy();
    }

    /** The use cases, with the settings that are the defaults of {@link Tenancy#on}. */
    public Tenancy tenancy() {
        return tenancy;
    }

    /** The store, for {@code Tenancy.builder(store)}. */
    public InMemoryStore store() {
        return store;
    }
}
