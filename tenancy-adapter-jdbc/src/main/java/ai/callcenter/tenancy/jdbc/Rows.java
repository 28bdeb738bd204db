package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.AUDIT_LOG;
import static ai.callcenter.tenancy.jdbc.generated.Tables.SESSIONS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_CONFIGS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_USERS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.tenant.Description;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Metadata;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Which columns a thing is made of, and how it is read from them, in the same order. */
final class Rows {
    static final List<Field<?>> TENANT = List.of(
            TENANTS.ID,
            TENANTS.NAME,
            TENANTS.DOMAIN,
            TENANTS.DESCRIPTION,
            TENANTS.MAX_USERS,
            TENANTS.USER_COUNT,
            TENANTS.STATUS,
            TENANTS.METADATA,
            TENANTS.CREATED_AT,
            TENANTS.UPDATED_AT);

    static final List<Field<?>> USER = List.of(
            USERS.ID, USERS.EMAIL, USERS.NAME, USERS.CLAIMED, USERS.ROLE, USERS.CURRENT_TENANT_ID, USERS.CREATED_AT);

    static final List<Field<?>> MEMBER = List.of(
            TENANT_USERS.TENANT_ID,
            TENANT_USERS.USER_ID,
            TENANT_USERS.EMAIL,
            TENANT_USERS.NAME,
            TENANT_USERS.ROLE,
            TENANT_USERS.JOINED_AT);

    static final List<Field<?>> CONFIG = List.of(TENANT_CONFIGS.KEY, TENANT_CONFIGS.VALUE, TENANT_CONFIGS.UPDATED_AT);

    static final List<Field<?>> SESSION = List.of(
            SESSIONS.ID,
            SESSIONS.USER_ID,
            SESSIONS.SECRET_HASH,
            SESSIONS.AUTHENTICATED_AT,
            SESSIONS.OPENED_AT,
            SESSIONS.EXPIRES_AT);

    static final List<Field<?>> AUDIT = List.of(
            AUDIT_LOG.TENANT_ID,
            AUDIT_LOG.AT,
            AUDIT_LOG.ID,
            AUDIT_LOG.ACTOR_KIND,
            AUDIT_LOG.ACTOR_ID,
            AUDIT_LOG.ACTOR_NAME,
            AUDIT_LOG.ACTION,
            AUDIT_LOG.SUBJECT,
            AUDIT_LOG.BEFORE,
            AUDIT_LOG.AFTER,
            AUDIT_LOG.REQUEST_ID);

    private static final AuditAction[] ACTIONS = AuditAction.values();

    private Rows() {}

    static Tenant tenant(Columns row) throws SQLException {
        TenantId id = new TenantId(row.id());
        TenantName name = new TenantName(row.text());
        String domain = row.textOrNull();
        String description = row.textOrNull();
        SeatLimit maxUsers = new SeatLimit(row.number());
        int userCount = row.number();
        TenantStatus status = TenantStatus.parse(row.text());
        String metadata = row.text();
        return new Tenant(
                id,
                name,
                domain == null ? null : new Domain(domain),
                description == null ? null : new Description(description),
                maxUsers,
                userCount,
                status,
                metadata.equals("{}") ? Metadata.NONE : new Metadata(new Json(metadata)),
                row.time(),
                row.time());
    }

    static User user(Columns row) throws SQLException {
        UserId id = new UserId(row.id());
        Email email = new Email(row.text());
        String name = row.textOrNull();
        boolean claimed = row.flag();
        boolean platformAdmin = row.text().equals("platform_admin");
        UUID current = row.idOrNull();
        return new User(
                id, email, name, claimed, platformAdmin, current == null ? null : new TenantId(current), row.time());
    }

    static Member member(Columns row) throws SQLException {
        return new Member(
                new TenantId(row.id()),
                new UserId(row.id()),
                new Email(row.text()),
                row.textOrNull(),
                Role.parse(row.text()),
                row.time());
    }

    static ConfigEntry config(Columns row) throws SQLException {
        return new ConfigEntry(new ConfigKey(row.text()), new Json(row.text()), row.time());
    }

    static Session session(Columns row) throws SQLException {
        return new Session(row.id(), new UserId(row.id()), row.text(), row.time(), row.time(), row.time());
    }

    static AuditEntry audit(Columns row) throws SQLException {
        TenantId tenant = new TenantId(row.id());
        Instant at = row.time();
        UUID id = row.id();
        Actor actor = actor(row.text(), row.idOrNull(), row.text());
        return new AuditEntry(
                id,
                tenant,
                at,
                actor,
                action(row.text()),
                row.text(),
                json(row.textOrNull()),
                json(row.textOrNull()),
                row.textOrNull());
    }

    private static Actor actor(String kind, @Nullable UUID id, String name) {
        Actor.Kind known = switch (kind) {
            case "operator" -> Actor.Kind.OPERATOR;
            case "host" -> Actor.Kind.HOST;
            default -> Actor.Kind.USER;
        };
        return new Actor(known, id == null ? null : new UserId(id), name);
    }

    private static AuditAction action(String wire) {
        return Arrays.stream(ACTIONS)
                .filter(action -> action.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an audit action of a newer version: " + wire));
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }
}
