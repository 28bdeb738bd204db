package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.ALL_TENANTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.jdbc.generated.Routines;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.PlatformUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The operator's door. */
final class JdbcPlatformUnit extends Unit implements PlatformUnit {
    private static final String PLATFORM_ADMIN = "platform_admin";
    private static final List<Field<?>> TENANT = Lists.in(ALL_TENANTS, Rows.TENANT);

    private final @Nullable UserId opener;
    private final String reason;
    private @Nullable Own<Optional<User>> operator;

    JdbcPlatformUnit(Connection connection, Watch watch, @Nullable UserId opener, String reason) {
        super(connection, watch, null);
        this.opener = opener;
        this.reason = reason;
    }

    @Override
    void begin(Connection on) throws SQLException {
        if (operator == null) {
            Query context = DSL.select(Sql.setting("operator", reason), Sql.setting("user_id", opener));
            operator = OwnRows.me(on, context, opener);
        }
    }

    @Override
    public Own<Optional<User>> operator() {
        return ask(on -> {
            begin(on);
            return Objects.requireNonNull(operator, "was read at the beginning");
        });
    }

    @Override
    public Page<Tenant> tenants(TenantFilter filter, PageRequest page) {
        List<Tenant> tenants = rows(Rows::tenant, Lists.tenants(ALL_TENANTS, TENANT, filter, page));
        return Page.of(tenants, page, Lists::positionOf);
    }

    @Override
    public List<User> platformAdmins() {
        return rows(
                Rows::user,
                DSL.select(Rows.USER)
                        .from(USERS)
                        .where(USERS.ROLE.eq(PLATFORM_ADMIN))
                        .orderBy(USERS.EMAIL));
    }

    @Override
    public void grantPlatformAdmin(Email email, UserId idIfUnknown, Instant at) {
        run(
                DSL.select(Sql.setting("email", email)),
                DSL.select(Routines.userForEmail(
                        DSL.val(email.value()), DSL.val(idIfUnknown.value()), DSL.val(at, USERS.CREATED_AT))),
                DSL.update(USERS).set(USERS.ROLE, PLATFORM_ADMIN).where(USERS.EMAIL.eq(email.value())));
    }

    @Override
    public void revokePlatformAdmin(UserId user) {
        // The row must stay visible as it becomes an ordinary user's, so it is changed as that user.
        run(
                DSL.select(Sql.setting("user_id", user)),
                DSL.update(USERS).set(USERS.ROLE, "user").where(USERS.ID.eq(user.value())));
    }
}
