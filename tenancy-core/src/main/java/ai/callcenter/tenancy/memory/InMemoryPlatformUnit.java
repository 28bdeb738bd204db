package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.PlatformUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One unit behind the operator's door. */
record InMemoryPlatformUnit(Draft draft, @Nullable UserId opener) implements PlatformUnit {
    @Override
    public Own<Optional<User>> operator() {
        return draft.use(data -> data.own(opener));
    }

    @Override
    public Page<Tenant> tenants(TenantFilter filter, PageRequest page) {
        return draft.use(data -> Keyset.TENANTS.page(
                data.tenants.all().stream()
                        .map(TenantRows::tenant)
                        .filter(tenant -> InMemoryUserReads.matches(filter, tenant)),
                page));
    }

    @Override
    public List<User> platformAdmins() {
        return draft.use(data -> data.users.all().stream()
                .filter(User::platformAdmin)
                .sorted(Comparator.comparing(user -> user.email().value()))
                .toList());
    }

    @Override
    public void grantPlatformAdmin(Email email, UserId idIfUnknown, Instant at) {
        draft.change(data -> data.users.setPlatformAdmin(data.users.named(email, idIfUnknown, at), true));
    }

    @Override
    public void revokePlatformAdmin(UserId user) {
        draft.change(data ->
                Optional.ofNullable(data.users.find(user)).ifPresent(u -> data.users.setPlatformAdmin(u, false)));
    }

    @Override
    public void record(AuditEntry entry) {
        draft.change(data -> data.recordOutsideTenants(entry));
    }
}
