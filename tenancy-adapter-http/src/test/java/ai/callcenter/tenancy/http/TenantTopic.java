package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One tenant: read, count, delete. */
interface TenantTopic extends ApiTopic {
    @Test
    default void theCurrentTenant() {
        Api.Room room = api().room();
        Reply reply = api().get(room.admin, "/api/v1/tenant").ok(200);
        List<String> fields = new ArrayList<>();
        reply.json().fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .containsExactly(
                        "id",
                        "name",
                        "domain",
                        "description",
                        "max_users",
                        "user_count",
                        "status",
                        "metadata",
                        "created_at",
                        "updated_at",
                        "role",
                        "current");
        JsonNode tenant = reply.json();
        assertThat(tenant.get("id").asText()).isEqualTo(room.id);
        assertThat(tenant.get("domain").isNull()).isTrue();
        assertThat(tenant.get("max_users").asInt()).isEqualTo(25);
        assertThat(tenant.get("user_count").asInt()).isEqualTo(1);
        assertThat(tenant.get("status").asText()).isEqualTo("active");
        assertThat(tenant.get("metadata").isObject()).isTrue();
        assertThat(tenant.get("role").asText()).isEqualTo("admin");
        assertThat(tenant.get("current").asBoolean()).isTrue();
        assertThat(tenant.get("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(api().get(room.admin, room.path).ok(200).body()).isEqualTo(reply.body());
    }

    @Test
    default void withoutATenantInTheTokenThereIsNoCurrentOne() {
        String identity = api().room().founder.token();
        api().get(identity, "/api/v1/tenant").problem(404, "no_current_tenant");
        api().get(identity, "/api/v1/tenant/users/count").problem(404, "no_current_tenant");
        api().patch(identity, "/api/v1/tenant", "{\"name\":\"x\"}").problem(404, "no_current_tenant");
    }

    @Test
    default void theUserCount() {
        Api.Room room = api().room();
        String viewer = room.tokenOf("viewer");
        Reply reply = api().get(viewer, "/api/v1/tenant/users/count").ok(200);
        assertThat(reply.body()).isEqualTo("{\"tenant_id\":\"%s\",\"count\":2,\"max_users\":25}".formatted(room.id));
        assertThat(api().get(viewer, "/api/v1/tenant").json().get("user_count").asInt())
                .isEqualTo(2);
    }

    @Test
    default void anIdIsAUuidInLowerCase() {
        Api.Room room = api().room();
        for (String bad : List.of("1", "1-1-1-1-1", room.id.toUpperCase(java.util.Locale.ROOT), room.id + "0", "%20")) {
            String path = "/api/v1/tenants/" + bad;
            if (bad.equals(room.id)) {
                continue;
            }
            api().get(room.admin, path).invalid("id");
            api().get(room.admin, path + "/members").invalid("id");
            api().post(room.admin, path + "/switch", "").invalid("id");
            api().request("GET", path).send().problem(401, "missing_token");
        }
    }

    @Test
    default void anOperatorSeesWhatThereIsAndWhatThereIsNot() {
        Api.Room room = api().room();
        String operator = api().operator().token();
        Reply reply = api().get(operator, room.path).ok(200);
        assertThat(reply.json().has("role")).isFalse();
        assertThat(reply.json().has("current")).isFalse();
        api().get(operator, AuthenticationTopic.NOBODY).problem(404, "tenant_not_found");
        api().get(operator, AuthenticationTopic.NOBODY + "/members").problem(404, "tenant_not_found");
        api().delete(operator, AuthenticationTopic.NOBODY).problem(404, "tenant_not_found");
    }

    @Test
    default void aDeletedTenantKeepsItsRecordAndGivesUpItsDomain() {
        String domain = "d" + Api.unique() + ".example";
        Api.Room room = api().room();
        api().patch(room.admin, room.path, "{\"domain\":\"%s\"}".formatted(domain))
                .ok(200);
        api().delete(room.admin, room.path).ok(204);
        String operator = api().operator().token();
        assertThat(api().get(operator, room.path).ok(200).text("status")).isEqualTo("deleted");
        api().delete(operator, room.path).problem(409, "tenant_deleted");
        api().patch(operator, room.path, "{\"status\":\"active\"}").problem(409, "tenant_deleted");
        api().put(operator, room.path + "/configs/a", "{\"value\":1}").problem(409, "tenant_deleted");
        Api.Room next = api().room();
        api().patch(next.admin, next.path, "{\"domain\":\"%s\"}".formatted(domain))
                .ok(200);
    }

    @Test
    default void headIsGetWithoutTheBody() {
        Api.Room room = api().room();
        Reply get = api().get(room.admin, room.path).ok(200);
        Reply head = api().request("HEAD", room.path).token(room.admin).send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("etag")).isEqualTo(get.etag());
        assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
        assertThat(api().request("HEAD", room.path)
                        .token(room.founder.token())
                        .send()
                        .status())
                .isEqualTo(403);
    }
}
