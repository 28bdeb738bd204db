package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Tenant;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param role the caller's; null where the caller is not a member, and then neither it nor {@code current} is written
 * @param current whether it is the caller's stored current tenant
 */
record TenantJson(Tenant tenant, @Nullable Role role, boolean current) implements JsonBody {
    TenantJson(Membership membership) {
        this(membership.tenant(), membership.role(), membership.current());
    }

    @Override
    public void writeTo(JsonGenerator out) throws IOException {
        out.writeStartObject();
        JsonBody.text(out, "id", tenant.id());
        JsonBody.text(out, "name", tenant.name());
        JsonBody.text(out, "domain", tenant.domain());
        JsonBody.text(out, "description", tenant.description());
        out.writeNumberField("max_users", tenant.maxUsers().value());
        out.writeNumberField("user_count", tenant.userCount());
        JsonBody.text(out, "status", tenant.status().wire());
        JsonBody.json(out, "metadata", tenant.metadata().json().text());
        JsonBody.time(out, "created_at", tenant.createdAt());
        JsonBody.time(out, "updated_at", tenant.updatedAt());
        if (role != null) {
            JsonBody.text(out, "role", role.wire());
            out.writeBooleanField("current", current);
        }
        out.writeEndObject();
    }
}
