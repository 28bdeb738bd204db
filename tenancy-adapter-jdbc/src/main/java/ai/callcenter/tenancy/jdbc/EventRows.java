package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.Delivery;
import ai.callcenter.tenancy.event.Origin;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.event.TenancyEvent.ConfigDeleted;
import ai.callcenter.tenancy.event.TenancyEvent.ConfigSet;
import ai.callcenter.tenancy.event.TenancyEvent.MemberAdded;
import ai.callcenter.tenancy.event.TenancyEvent.MemberRemoved;
import ai.callcenter.tenancy.event.TenancyEvent.MemberRoleChanged;
import ai.callcenter.tenancy.event.TenancyEvent.TenantCreated;
import ai.callcenter.tenancy.event.TenancyEvent.TenantDeleted;
import ai.callcenter.tenancy.event.TenancyEvent.TenantReactivated;
import ai.callcenter.tenancy.event.TenancyEvent.TenantSuspended;
import ai.callcenter.tenancy.event.TenancyEvent.TenantUpdated;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as they come out of the outbox: PostgreSQL takes their JSON apart, since nothing here reads JSON. */
final class EventRows {
    private static final int TENANT_COLUMNS = Rows.TENANT.size();
    private static final int MEMBER_COLUMNS = Rows.MEMBER.size();

    private static final String TENANT = " (id uuid, name text, domain text, description text, max_users integer,"
            + " user_count integer, status text, metadata json, created_at timestamptz, updated_at timestamptz)";
    private static final String MEMBER =
            " (tenant_id uuid, user_id uuid, email text, name text, role text, joined_at timestamptz)";

    /** Takes so many events in hand. */
    static final String CLAIM = "select c.seq, c.failures, o.event, o.id, o.tenant_id, o.at, a.kind, a.user_id, a.name,"
            + " o.request_id, t.*, b.*, m.*, o.role_before, o.\"left\", o.key,"
            + " c.body -> 'value_before', c.body -> 'value'" // as they were written; JSON's null is a value
            + " from tenancy.claim_events(?) c,"
            + " lateral json_to_record(c.body) as o (event text, id uuid, tenant_id uuid, at timestamptz, actor json,"
            + " request_id text, tenant json, before json, member json, role_before text, \"left\" boolean, key text),"
            + " lateral json_to_record(o.actor) as a (kind text, user_id uuid, name text),"
            + " lateral json_to_record(coalesce(o.tenant, '{}')) as t" + TENANT + ","
            + " lateral json_to_record(coalesce(o.before, '{}')) as b" + TENANT + ","
            + " lateral json_to_record(coalesce(o.member, '{}')) as m" + MEMBER
            + " order by c.seq";

    private EventRows() {}

    static Delivery delivery(Columns row) throws SQLException {
        long position = row.count();
        int failures = row.number();
        String name = row.text();
        UUID id = row.id();
        TenantId tenant = new TenantId(row.id());
        try {
            Origin origin = new Origin(id, tenant, row.time(), actor(row), row.textOrNull());
            return new Delivery(position, failures, event(name, origin, row));
        } catch (IllegalArgumentException | NullPointerException | TenancyException e) {
            throw new UnknownEventException(name, tenant, position, e);
        }
    }

    private static Actor actor(Columns row) throws SQLException {
        Actor.Kind kind = Actor.Kind.valueOf(row.text().toUpperCase(Locale.ROOT));
        UUID user = row.idOrNull();
        return new Actor(kind, user == null ? null : new UserId(user), row.text());
    }

    private static TenancyEvent event(String name, Origin origin, Columns row) throws SQLException {
        Tenant tenant = tenant(row);
        Tenant before = tenant(row);
        Member member = member(row);
        String roleBefore = row.textOrNull();
        boolean left = row.flag();
        String key = row.textOrNull();
        Json valueBefore = json(row.textOrNull());
        Json value = json(row.textOrNull());
        return switch (name) {
            case "tenant.created" -> new TenantCreated(origin, there(tenant));
            case "tenant.updated" -> new TenantUpdated(origin, there(before), there(tenant));
            case "tenant.suspended" -> new TenantSuspended(origin, there(tenant));
            case "tenant.reactivated" -> new TenantReactivated(origin, there(tenant));
            case "tenant.deleted" -> new TenantDeleted(origin, there(tenant));
            case "member.added" -> new MemberAdded(origin, there(member));
            case "member.role_changed" -> new MemberRoleChanged(origin, there(member), Role.parse(there(roleBefore)));
            case "member.removed" -> new MemberRemoved(origin, there(member), left);
            case "config.set" -> new ConfigSet(origin, new ConfigKey(there(key)), valueBefore, there(value));
            case "config.deleted" -> new ConfigDeleted(origin, new ConfigKey(there(key)), there(valueBefore));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static @Nullable Tenant tenant(Columns row) throws SQLException {
        if (row.absent()) {
            row.skip(TENANT_COLUMNS);
            return null;
        }
        return Rows.tenant(row);
    }

    private static @Nullable Member member(Columns row) throws SQLException {
        if (row.absent()) {
            row.skip(MEMBER_COLUMNS);
            return null;
        }
        return Rows.member(row);
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, "an event has all that its kind has");
    }
}
