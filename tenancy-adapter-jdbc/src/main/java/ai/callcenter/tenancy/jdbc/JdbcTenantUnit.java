package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_USERS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.store.ConfigStore;
import ai.callcenter.tenancy.store.Guarded;
import ai.callcenter.tenancy.store.MemberStore;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.store.SessionStore;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.SearchText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One transaction in one tenant. */
final class JdbcTenantUnit extends Unit implements TenantUnit {
    private final TenantId tenant;
    private final @Nullable UserId callerId;
    private final MemberStore members;
    private final ConfigStore configs;
    private final SessionStore sessions;
    private final JdbcListener listener;
    private final List<String> events = new ArrayList<>();
    private @Nullable Access access;
    private @Nullable User caller;

    JdbcTenantUnit(
            Connection connection, Watch watch, TenantId tenant, @Nullable UserId caller, JdbcListener listener) {
        super(connection, watch, tenant);
        this.tenant = tenant;
        this.callerId = caller;
        this.members = new JdbcMembers(this, tenant);
        this.configs = new JdbcConfigs(this, tenant);
        this.sessions = new JdbcSessions(this, tenant);
        this.listener = listener;
    }

    /** Here and not before, so that whoever asks for the caller first needs no round trip more. */
    @Override
    void begin(Connection on) throws SQLException {
        if (access == null) {
            access = AccessQuery.lock(on, tenant, callerId);
        }
    }

    @Override
    public Access access() {
        return ask(on -> {
            begin(on);
            return Objects.requireNonNull(access, "was read at the beginning");
        });
    }

    @Override
    public Optional<User> caller() {
        UserId id = callerId;
        if (caller == null && id != null) {
            Guarded<Optional<User>> found = ask(on -> AccessQuery.lockWithCaller(on, tenant, id));
            access = found.access();
            caller = found.value().orElse(null);
        }
        alive();
        return Optional.ofNullable(caller);
    }

    @Override
    public Optional<Member> found(Tenant made, @Nullable NewMember founder) {
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
            return Optional.empty();
        }
        return row(
                row -> JdbcMembers.added(row, tenant, founder),
                insert,
                JdbcMembers.insert(tenant, founder, name(founder)));
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
        String name = caller().filter(known -> known.id().equals(user))
                .map(User::name)
                .orElse(null);
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

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public void publish(TenancyEvent event) {
        own(event.tenantId());
        ask(on -> {
            begin(on);
            LentConnection.lend(on, lent -> listener.on(event, lent));
            return events.add(event.json());
        });
    }

    @Override
    List<Query> last() {
        JSON all = JSON.json("[" + String.join(",", events) + "]");
        return events.isEmpty() ? List.of() : List.of(DSL.query("select tenancy.publish_events({0})", DSL.val(all)));
    }

    private void own(TenantId id) {
        if (!tenant.equals(id)) {
            throw new IllegalArgumentException("this unit is tenant " + tenant + "'s, not " + id + "'s");
        }
    }

    /** What a member who enters is called, when that is the caller. */
    @Nullable
    String name(NewMember member) {
        return member.entered()
                ? caller().filter(known -> known.email().equals(member.email()))
                        .map(User::name)
                        .orElse(null)
                : null;
    }

    /** The form that a name is searched by. */
    static @Nullable String key(@Nullable String name) {
        return name == null ? null : SearchText.keyOf(name);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
