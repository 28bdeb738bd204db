package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.event.Origin;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes lines of the audit trail, and the snapshots in them. */
final class Trail {
    private static final Json NULL = Json.number(null);

    private final Core core;

    Trail(Core core) {
        this.core = core;
    }

    /** A line for something that happened to a subject. */
    AuditEntry entry(
            @Nullable TenantId tenant,
            Instant at,
            Actor actor,
            @Nullable String requestId,
            AuditAction action,
            String subject,
            @Nullable Json before,
            @Nullable Json after) {
        return new AuditEntry(core.ids().get(), tenant, at, actor, action, subject, before, after, requestId);
    }

    /** A line for something that a caller did in a tenant. */
    AuditEntry entry(
            Caller caller,
            Standing standing,
            Instant at,
            AuditAction action,
            String subject,
            @Nullable Json before,
            @Nullable Json after) {
        return entry(standing.tenant().id(), at, standing.actor(), caller.requestId(), action, subject, before, after);
    }

    /** Tells the unit's subscriptions, and the listeners, of an event that a line of the trail is about. */
    void tell(TenantUnit unit, AuditEntry line, Function<Origin, TenancyEvent> event) {
        TenantId tenant = Objects.requireNonNull(line.tenant(), "events happen in tenants");
        Origin origin = new Origin(core.ids().get(), tenant, line.at(), line.actor(), line.requestId());
        TenancyEvent told = event.apply(origin);
        unit.publish(told);
        core.listeners().forEach(listener -> listener.on(told));
    }

    /** All fields of a tenant. */
    static Json of(Tenant tenant) {
        return Json.object(fields(tenant));
    }

    /** The fields of a tenant that another state of it has otherwise. */
    static Json difference(Tenant tenant, Tenant other) {
        Map<String, Json> fields = fields(tenant);
        Map<String, Json> others = fields(other);
        fields.entrySet().removeIf(field -> field.getValue().equals(others.get(field.getKey())));
        return Json.object(fields);
    }

    /** A member's role. */
    static Json of(Member member) {
        return of(member.role());
    }

    /** A role alone. */
    static Json of(Role role) {
        return Json.object(Map.of("role", Json.string(role.wire())));
    }

    private static Map<String, Json> fields(Tenant tenant) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("name", Json.string(tenant.name().value()));
        fields.put("domain", text(tenant.domain()));
        fields.put("description", text(tenant.description()));
        fields.put("max_users", Json.number(tenant.maxUsers().value()));
        fields.put("status", Json.string(tenant.status().wire()));
        fields.put("metadata", tenant.metadata().json());
        return fields;
    }

    private static Json text(@Nullable Object value) {
        return value == null ? NULL : Json.string(value.toString());
    }
}
