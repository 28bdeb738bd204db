package ai.callcenter.tenancy.contract;

import ai.callcenter.tenancy.store.TenancyStore;
import java.util.List;

/** What the contract needs of a store's test. */
public interface Harness {
    /** The store: a fresh one, or one that other tests use too. */
    TenancyStore store();

    /**
     * The lines of the trail that belong to no tenant and have this subject, newest first. No port reads them, so each
     * store's test looks behind it. A line is {@code action kind name request}, with {@code -} for no request.
     */
    List<String> platformTrail(String subject);
}
