package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_USERS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.store.ConfigStore;
import ai.callcenter.tenancy.store.MemberStore;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.SearchText;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One transaction in one tenant. */
final class JdbcTenantUnit extends Unit implements TenantUnit {
    private final TenantId tenant;
    private final Access access;
    private final MemberStore members;
    private final ConfigStore configs;

    JdbcTenantUnit(Connection connection, TenantId tenant, Access access) {
        super(connection, tenant);
        this.tenant = tenant;
        this.access = access;
        this.members = new JdbcMembers(this, tenant, access.caller());
        this.configs = new JdbcConfigs(this, tenant);
    }

    @Override
    public Access access() {
        alive();
        return access;
    }

    @Override
    public void found(Tenant made, @Nullable NewMember founder) {
        own(made.id());
        Query insert = DSL.insertInto(TENANTS)
                .set(TENANTS.ID, made.id().value())
                .set(TENANTS.NAME, made.name().value())
                .set(TENANTS.NAME_KEY, made.name().key())
                .set(TENANTS.DOMAIN, text(made.domain()))
                .set(TENANTS.DESCRIPTION, text(made.description()))
                .set(TENANTS.MAX_USERS, made.maxUsers().value())
                .set(TENANTS.METADATA, JSON.json(made.metadata().json().text()))
                .set(TENANTS.CREATED_AT, made.createdAt())
                .set(TENANTS.UPDATED_AT, made.updatedAt());
        if (founder == null) {
            run(insert);
        } else {
            run(insert, JdbcMembers.insert(tenant, founder, access.caller()));
        }
    }

    @Override
    public void update(Tenant changed) {
        own(changed.id());
        run(DSL.update(TENANTS)
                .set(TENANTS.NAME, changed.name().value())
                .set(TENANTS.NAME_KEY, changed.name().key())
                .set(TENANTS.DOMAIN, text(changed.domain()))
                .set(TENANTS.DESCRIPTION, text(changed.description()))
                .set(TENANTS.MAX_USERS, changed.maxUsers().value())
                .set(TENANTS.STATUS, changed.status().wire())
                .set(TENANTS.METADATA, JSON.json(changed.metadata().json().text()))
                .set(TENANTS.UPDATED_AT, changed.updatedAt())
                .where(TENANTS.ID.eq(tenant.value())));
    }

    @Override
    public void enter(UserId user, Instant at) {
        User caller = access.caller();
        String name = caller != null && caller.id().equals(user) ? caller.name() : null;
        List<UUID> entered = rows(
                Columns::id,
                DSL.select(Sql.setting("user_id", user)),
                DSL.update(TENANT_USERS)
                        .set(TENANT_USERS.ENTERED_AT, DSL.coalesce(TENANT_USERS.ENTERED_AT, at))
                        .set(TENANT_USERS.NAME, DSL.coalesce(TENANT_USERS.NAME, name))
                        .set(TENANT_USERS.NAME_KEY, DSL.coalesce(TENANT_USERS.NAME_KEY, key(name)))
                        .where(TENANT_USERS.TENANT_ID.eq(tenant.value()))
                        .and(TENANT_USERS.USER_ID.eq(user.value())),
                DSL.update(USERS)
                        .set(USERS.CURRENT_TENANT_ID, tenant.value())
                        .where(USERS.ID.eq(user.value()))
                        .returning(USERS.ID));
        if (entered.isEmpty()) {
            throw Refusals.tenantNotFound();
        }
    }

    @Override
    public MemberStore members() {
        return members;
    }

    @Override
    public ConfigStore configs() {
        return configs;
    }

    private void own(TenantId id) {
        if (!tenant.equals(id)) {
            throw new IllegalArgumentException("this unit is tenant " + tenant + "'s, not " + id + "'s");
        }
    }

    /** The form that a name is searched by. */
    static @Nullable String key(@Nullable String name) {
        return name == null ? null : SearchText.keyOf(name);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
