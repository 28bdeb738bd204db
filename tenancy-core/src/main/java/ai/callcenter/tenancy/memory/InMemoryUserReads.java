package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.UserReads;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what one user may see, each from the last commit. */
record InMemoryUserReads(Supplier<Data> committed, UserId user) implements UserReads {
    @Override
    public Own<Optional<User>> me() {
        return committed.get().own(user);
    }

    @Override
    public Own<Page<Membership>> tenants(TenantFilter filter, PageRequest page) {
        Data data = committed.get();
        User me = data.users.find(user);
        Stream<Membership> memberships = me == null
                ? Stream.empty()
                : data.tenants.all().stream()
                        .filter(rows -> !rows.deleted())
                        .flatMap(rows -> membership(rows, me).stream())
                        .filter(membership -> matches(filter, membership.tenant()));
        return new Own<>(data.users.signedOutAt(user), Keyset.MEMBERSHIPS.page(memberships, page));
    }

    private static Optional<Membership> membership(TenantRows rows, User me) {
        MemberRow member = rows.members.get(me.id());
        if (member == null) {
            return Optional.empty();
        }
        Tenant tenant = rows.tenant();
        return Optional.of(new Membership(tenant, member.role(), tenant.id().equals(me.currentTenant())));
    }

    static boolean matches(TenantFilter filter, Tenant tenant) {
        boolean status = filter.status() == null || filter.status() == tenant.status();
        boolean text = filter.text() == null
                || filter.text().in(tenant.name().value())
                || (tenant.domain() != null && filter.text().in(tenant.domain().value()));
        return status && text;
    }
}
