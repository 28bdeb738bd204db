package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.OWN_TENANTS;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.UserReads;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** What one user may see across tenants: the user's context, without a tenant's. */
final class JdbcUserReads implements UserReads {
    private static final List<Field<?>> MEMBERSHIP = Stream.concat(
                    Lists.in(OWN_TENANTS, Rows.TENANT).stream(), Stream.of(OWN_TENANTS.ROLE, OWN_TENANTS.IS_CURRENT))
            .toList();

    private final Transactions transactions;
    private final UserId user;
    private final Query context;

    JdbcUserReads(Transactions transactions, UserId user) {
        this.transactions = transactions;
        this.user = user;
        this.context = DSL.select(Sql.setting("user_id", user));
    }

    @Override
    public Own<Optional<User>> me() {
        return transactions.read(connection -> OwnRows.me(connection, context, user));
    }

    @Override
    public Own<Page<Membership>> tenants(TenantFilter filter, PageRequest page) {
        Query tenants = Lists.tenants(OWN_TENANTS, MEMBERSHIP, filter, page);
        Own<List<Membership>> rows = transactions.read(
                connection -> OwnRows.read(connection, context, user, JdbcUserReads::membership, tenants));
        return new Own<>(
                rows.signedOutAt(), Page.of(rows.value(), page, membership -> Lists.positionOf(membership.tenant())));
    }

    private static Membership membership(Columns row) throws SQLException {
        Tenant tenant = Rows.tenant(row);
        return new Membership(tenant, Role.parse(row.text()), row.flag());
    }
}
