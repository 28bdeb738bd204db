package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tenants: unique by id, and by domain among those that are not deleted. */
final class TenantTable {
    private final Map<TenantId, TenantRows> rows;

    TenantTable() {
        this(Map.of());
    }

    private TenantTable(Map<TenantId, TenantRows> rows) {
        this.rows = new HashMap<>(rows);
    }

    /** A copy that shares what belongs to each tenant. */
    TenantTable copy() {
        return new TenantTable(rows);
    }

    /** Stops sharing what belongs to one tenant, so that it can be changed. */
    void own(TenantId id) {
        rows.computeIfPresent(id, (same, shared) -> shared.copy());
    }

    @Nullable
    TenantRows find(TenantId id) {
        return rows.get(id);
    }

    TenantRows get(TenantId id) {
        TenantRows found = rows.get(id);
        if (found == null) {
            throw Refusals.tenantNotFound();
        }
        return found;
    }

    /** The tenant that has a domain. */
    Optional<TenantId> find(Domain domain) {
        return holders(domain).findAny();
    }

    Collection<TenantRows> all() {
        return rows.values();
    }

    TenantRows add(Tenant tenant) {
        if (rows.containsKey(tenant.id())) {
            throw Refusals.tenantIdTaken();
        }
        requireFreeDomain(tenant);
        TenantRows added = new TenantRows(tenant);
        rows.put(tenant.id(), added);
        return added;
    }

    /** Seats before domain: PostgreSQL looks at a row's checks before it looks at the indexes. */
    void update(Tenant tenant) {
        TenantRows present = get(tenant.id());
        if (present.deleted()) {
            throw Refusals.tenantDeleted();
        }
        present.update(tenant);
        requireFreeDomain(tenant);
    }

    private void requireFreeDomain(Tenant tenant) {
        if (tenant.domain() == null || tenant.status() == TenantStatus.DELETED) {
            return;
        }
        if (holders(tenant.domain()).anyMatch(holder -> !holder.equals(tenant.id()))) {
            throw Refusals.domainTaken();
        }
    }

    private Stream<TenantId> holders(Domain domain) {
        return rows.values().stream()
                .filter(one -> !one.deleted() && domain.equals(one.tenant().domain()))
                .map(one -> one.tenant().id());
    }
}
