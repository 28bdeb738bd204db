package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Members;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.SearchText;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** {@code /tenants/{id}/members}: who belongs to a tenant. */
final class MemberResource {
    private static final Set<String> PARAMETERS = Set.of("role", "q", Paging.LIMIT, Paging.CURSOR);

    private final Members members;

    MemberResource(Members members) {
        this.members = members;
    }

    void register(Routes routes) {
        routes.get("/tenants/{id}/members", Access.USER, this::list)
                .post("/tenants/{id}/members", Access.USER, this::add)
                .get("/tenants/{id}/members/{email}", Access.USER, this::get)
                .patch("/tenants/{id}/members/{email}", Access.USER, this::changeRole)
                .delete("/tenants/{id}/members/{email}", Access.USER, this::remove);
    }

    private Answer list(Call call) {
        TenantId tenant = call.tenant();
        Query query = call.query(PARAMETERS);
        MemberFilter filter = new MemberFilter(query.get("q", SearchText::of), query.get("role", Role::parse));
        Paging paging = call.paging(query);
        return paging.answer(members.list(call.caller(), tenant, filter, paging.request()), MemberJson::new);
    }

    private Answer add(Call call) {
        TenantId tenant = call.tenant();
        call.query(Set.of());
        Fields in = call.body();
        Email email = in.required("email", JsonType.text(Email::new));
        Role role = in.optional("role", JsonType.text(Role::parse));
        in.check();
        Member added = members.add(call.caller(), tenant, email, role == null ? Role.MEMBER : role);
        // An e-mail has no space, which is all that a form encodes otherwise than a path.
        String segment = URLEncoder.encode(email.value(), StandardCharsets.UTF_8);
        return call.created("/tenants/" + tenant + "/members/" + segment, new MemberJson(added));
    }

    private Answer get(Call call) {
        TenantId tenant = call.tenant();
        call.query(Set.of());
        return call.tagged(new MemberJson(members.get(call.caller(), tenant, call.email())));
    }

    private Answer changeRole(Call call) {
        TenantId tenant = call.tenant();
        Email email = call.email();
        call.query(Set.of());
        Conditions conditions = call.conditions();
        Fields in = call.body();
        Role role = in.required("role", JsonType.text(Role::parse));
        in.check();
        return Call.changed(new MemberJson(members.changeRole(
                call.caller(), tenant, email, role, present -> conditions.allow(new MemberJson(present)))));
    }

    private Answer remove(Call call) {
        TenantId tenant = call.tenant();
        Email email = call.email();
        call.query(Set.of());
        Conditions conditions = call.conditions();
        members.remove(call.caller(), tenant, email, present -> conditions.allow(new MemberJson(present)));
        return Answer.noContent();
    }

    /** A member. */
    private record MemberJson(Member member) implements JsonBody {
        @Override
        public void writeTo(JsonGenerator out) throws IOException {
            out.writeStartObject();
            JsonBody.text(out, "tenant_id", member.tenant());
            JsonBody.text(out, "user_id", member.user());
            JsonBody.text(out, "email", member.email());
            JsonBody.text(out, "name", member.name());
            JsonBody.text(out, "role", member.role().wire());
            JsonBody.time(out, "joined_at", member.joinedAt());
            out.writeEndObject();
        }
    }
}
