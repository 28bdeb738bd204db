package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Sessions;
import ai.callcenter.tenancy.Users;
import ai.callcenter.tenancy.access.User;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code /me}: the caller. */
final class MeResource {
    private final Users users;
    private final Sessions sessions;

    MeResource(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    void register(Routes routes) {
        routes.get("/me", Access.USER, call -> {
            call.query(Set.of());
            return Answer.ok(new UserJson(users.me(call.caller())));
        });
        routes.command("/me/sign-out", Access.USER, call -> {
            call.query(Set.of());
            sessions.signOut(call.caller());
            return Answer.noContent();
        });
    }

    /** A user, with the role on the platform. */
    private record UserJson(User user) implements JsonBody {
        @Override
        public void writeTo(JsonGenerator out) throws IOException {
            out.writeStartObject();
            JsonBody.text(out, "id", user.id());
            JsonBody.text(out, "email", user.email());
            JsonBody.text(out, "name", user.name());
            JsonBody.text(out, "role", user.platformAdmin() ? "platform_admin" : "user");
            JsonBody.text(out, "current_tenant_id", user.currentTenant());
            JsonBody.time(out, "created_at", user.createdAt());
            out.writeEndObject();
        }
    }
}
