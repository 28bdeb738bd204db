package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trail of a tenant. */
interface AuditTopic extends ApiTopic {
    @Test
    default void everyWriteIsInTheTrailNewestFirst() {
        Api.Room room = api().room();
        Api.Person bob = room.add("viewer");
        api().patch(room.admin, room.member(bob), "{\"role\":\"member\"}").ok(200);
        api().put(room.admin, room.path + "/configs/k", "{\"value\":1}").ok(201);
        api().delete(room.admin, room.path + "/configs/k").ok(204);
        api().patch(room.admin, room.path, "{\"description\":\"d\"}").ok(200);
        api().delete(bob.in(room.id), room.member(bob)).ok(204);
        assertThat(api().get(room.admin, room.path + "/audit").items("action"))
                .containsExactly(
                        "member.left",
                        "tenant.switched",
                        "tenant.updated",
                        "config.deleted",
                        "config.set",
                        "member.role_changed",
                        "member.added",
                        "tenant.switched",
                        "member.added",
                        "tenant.created");
    }

    @Test
    default void anEntrySaysWhoDidWhatToWhomAndInWhichRequest() {
        Api.Room room = api().room();
        Reply patched = api().request("PATCH", room.path)
                .token(api().operator().token())
                .header("X-Request-Id", "trail-1")
                .json("{\"max_users\":7}")
                .send()
                .ok(200);
        assertThat(patched.header("x-request-id")).isEqualTo("trail-1");
        JsonNode entry = api().get(room.admin, room.path + "/audit?limit=1")
                .ok(200)
                .json()
                .get("items")
                .get(0);
        List<String> fields = new ArrayList<>();
        entry.fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .containsExactly(
                        "id", "tenant_id", "at", "actor", "action", "subject", "before", "after", "request_id");
        assertThat(entry.get("tenant_id").asText()).isEqualTo(room.id);
        assertThat(entry.get("actor").get("kind").asText()).isEqualTo("operator");
        assertThat(entry.get("actor").get("name").asText())
                .isEqualTo(api().operator().email());
        assertThat(entry.get("action").asText()).isEqualTo("tenant.updated");
        assertThat(entry.get("subject").asText()).isEqualTo(room.id);
        assertThat(entry.get("before").toString()).isEqualTo("{\"max_users\":25}");
        assertThat(entry.get("after").toString()).isEqualTo("{\"max_users\":7}");
        assertThat(entry.get("request_id").asText()).isEqualTo("trail-1");
        assertThat(entry.get("at").asText()).isEqualTo(patched.text("updated_at"));
    }

    @Test
    default void aRefusedWriteLeavesNoTrace() {
        Api.Room room = api().room();
        String before = api().get(room.admin, room.path + "/audit").ok(200).body();
        api().delete(room.admin, room.member(room.founder)).problem(409, "last_admin");
        room.add(room.founder, "viewer").problem(409, "already_member");
        api().patch(room.admin, room.path, "{\"max_users\":9}").problem(403, "insufficient_role");
        api().request("DELETE", room.path)
                .token(room.admin)
                .header("If-Match", "\"0\"")
                .send()
                .problem(412, "precondition_failed");
        assertThat(api().get(room.admin, room.path + "/audit").body()).isEqualTo(before);
    }
}
