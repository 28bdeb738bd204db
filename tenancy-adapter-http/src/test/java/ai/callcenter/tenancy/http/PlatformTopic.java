package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the operator of the platform may do. */
interface PlatformTopic extends ApiTopic {
    String ALL = "/api/v1/tenants?scope=all";

    @Test
    default void theOperatorIsSaidToBeOne() {
        assertThat(api().get(api().operator().token(), "/api/v1/me").ok(200).text("role"))
                .isEqualTo("platform_admin");
    }

    @Test
    default void everyTenantIsForTheOperatorAlone() {
        Api.Room room = api().room();
        String name = api().get(room.admin, room.path).text("name");
        api().get(room.admin, ALL).problem(403, "insufficient_role");
        api().get(room.founder.token(), ALL).problem(403, "insufficient_role");
        Reply list = api().get(api().operator().token(), ALL + "&q=" + name.replace(" ", "%20"));
        assertThat(list.items("id")).containsExactly(room.id);
        assertThat(list.json().get("items").get(0).has("role")).isFalse();
        assertThat(list.json().get("items").get(0).has("current")).isFalse();
        assertThat(api().get(api().operator().token(), "/api/v1/tenants").items("id"))
                .doesNotContain(room.id);
    }

    @Test
    default void everyTenantIsFilteredAndPaged() {
        String operator = api().operator().token();
        String mark = "Mark" + Api.unique();
        for (int i = 0; i < 3; i++) {
            String json = "{\"name\":\"%s %d\"}".formatted(mark, i);
            String id = api().post(api().person("Ana").token(), "/api/v1/tenants", json)
                    .ok(201)
                    .text("id");
            if (i == 1) {
                api().patch(operator, "/api/v1/tenants/" + id, "{\"status\":\"suspended\"}")
                        .ok(200);
            }
            if (i == 2) {
                api().delete(operator, "/api/v1/tenants/" + id).ok(204);
            }
        }
        String query = ALL + "&q=" + mark.toLowerCase(java.util.Locale.ROOT);
        assertThat(api().get(operator, query).items("status")).containsExactly("active", "suspended", "deleted");
        assertThat(api().get(operator, query + "&status=deleted").items("name")).containsExactly(mark + " 2");
        Reply first = api().get(operator, query + "&limit=2");
        assertThat(first.items("name")).containsExactly(mark + " 0", mark + " 1");
        assertThat(api().get(operator, query + "&cursor=" + first.text("next_cursor"))
                        .items("name"))
                .containsExactly(mark + " 2");
    }

    @Test
    default void theOperatorActsInThePathsTenantWithoutASwitch() {
        Api.Room room = api().room();
        String operator = api().operator().token();
        Api.Person bob = api().person("Bob");
        api().post(operator, room.path + "/members", "{\"email\":\"%s\"}".formatted(bob.email()))
                .ok(201);
        api().patch(operator, room.member(bob), "{\"role\":\"admin\"}").ok(200);
        api().put(operator, room.path + "/configs/k", "{\"value\":1}").ok(201);
        api().delete(operator, room.path + "/configs/k").ok(204);
        api().patch(operator, room.path, "{\"name\":\"Renamed\"}").ok(200);
        api().delete(operator, room.member(bob)).ok(204);
        Reply trail = api().get(operator, room.path + "/audit?limit=6").ok(200);
        trail.json()
                .get("items")
                .forEach(entry ->
                        assertThat(entry.get("actor").get("kind").asText()).isEqualTo("operator"));
        api().delete(operator, room.path).ok(204);
    }
}
