package ai.callcenter.tenancy.event;

import ai.callcenter.tenancy.audit.Actor;
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
import ai.callcenter.tenancy.text.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON: who and when, and beside it what each kind has. Names are never changed, only added. Text, not
 * {@link Json}: what is in it may be as deep as that may be already.
 */
final class EventJson {
    private static final String NULL = "null";

    private EventJson() {}

    static String of(TenancyEvent event) {
        Map<String, String> all = new LinkedHashMap<>();
        Origin origin = event.origin();
        all.put("event", string(event.name()));
        all.put("id", text(origin.id()));
        all.put("tenant_id", text(origin.tenant()));
        all.put("at", text(origin.at()));
        all.put("actor", actor(origin.actor()));
        all.put("request_id", text(origin.requestId()));
        switch (event) {
            case TenantCreated created -> all.put("tenant", tenant(created.tenant()));
            case TenantUpdated updated -> {
                all.put("before", tenant(updated.before()));
                all.put("tenant", tenant(updated.after()));
            }
            case TenantSuspended suspended -> all.put("tenant", tenant(suspended.tenant()));
            case TenantReactivated reactivated -> all.put("tenant", tenant(reactivated.tenant()));
            case TenantDeleted deleted -> all.put("tenant", tenant(deleted.tenant()));
            case MemberAdded added -> all.put("member", member(added.member()));
            case MemberRoleChanged changed -> {
                all.put("member", member(changed.member()));
                all.put("role_before", string(changed.before().wire()));
            }
            case MemberRemoved removed -> {
                all.put("member", member(removed.member()));
                all.put("left", Boolean.toString(removed.left()));
            }
            case ConfigSet set -> {
                all.put("key", string(set.key().value()));
                if (set.before() != null) { // JSON's null is a value that a key may have
                    all.put("value_before", set.before().text());
                }
                all.put("value", set.after().text());
            }
            case ConfigDeleted deleted -> {
                all.put("key", string(deleted.key().value()));
                all.put("value_before", deleted.before().text());
            }
        }
        return object(all);
    }

    private static String actor(Actor actor) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kind", string(actor.kind().wire()));
        all.put("user_id", text(actor.user()));
        all.put("name", string(actor.name()));
        return object(all);
    }

    private static String tenant(Tenant tenant) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("id", text(tenant.id()));
        all.put("name", string(tenant.name().value()));
        all.put("domain", text(tenant.domain()));
        all.put("description", text(tenant.description()));
        all.put("max_users", Integer.toString(tenant.maxUsers().value()));
        all.put("user_count", Integer.toString(tenant.userCount()));
        all.put("status", string(tenant.status().wire()));
        all.put("metadata", tenant.metadata().json().text());
        all.put("created_at", text(tenant.createdAt()));
        all.put("updated_at", text(tenant.updatedAt()));
        return object(all);
    }

    private static String member(Member member) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("tenant_id", text(member.tenant()));
        all.put("user_id", text(member.user()));
        all.put("email", string(member.email().value()));
        all.put("name", text(member.name()));
        all.put("role", string(member.role().wire()));
        all.put("joined_at", text(member.joinedAt()));
        return object(all);
    }

    private static String text(@Nullable Object value) {
        return value == null ? NULL : string(value.toString());
    }

    private static String string(String value) {
        return Json.string(value).text();
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> string(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
