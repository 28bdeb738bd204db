package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Making tenants, and listing one's own. */
interface TenantsTopic extends ApiTopic {
    String TENANTS = "/api/v1/tenants";

    @Test
    default void whoMakesATenantIsItsFirstAdmin() {
        Api.Person ana = api().person("Ana");
        Reply made = api().post(ana.token(), TENANTS, "{\"name\":\"Acme\"}").ok(201);
        assertThat(made.header("location")).isEqualTo(TENANTS + "/" + made.text("id"));
        assertThat(made.text("role")).isEqualTo("admin");
        assertThat(made.text("current")).isEqualTo("false");
        assertThat(made.text("user_count")).isEqualTo("1");
        assertThat(made.text("status")).isEqualTo("active");
        String token = ana.in(made.text("id"));
        assertThat(api().get(token, TENANTS + "/" + made.text("id") + "/members")
                        .items("email"))
                .containsExactly(ana.email());
    }

    @Test
    default void aTenantIsMadeWithAllThatIsGiven() {
        String domain = "c" + Api.unique() + ".example";
        Reply made = api().post(
                        api().person("Ana").token(),
                        TENANTS,
                        "{\"name\":\"Ünï ☎ Call\",\"domain\":\"%s\",\"description\":\"d\",\"metadata\":{\"a\" : 1.0}}"
                                .formatted(domain))
                .ok(201);
        assertThat(made.text("name")).isEqualTo("Ünï ☎ Call");
        assertThat(made.text("domain")).isEqualTo(domain);
        assertThat(made.text("description")).isEqualTo("d");
        assertThat(made.body()).contains("\"metadata\":{\"a\":1.0}");
        Reply nulls = api().post(
                        api().person("Bob").token(),
                        TENANTS,
                        "{\"name\":\"N\",\"domain\":null,\"description\":null,\"metadata\":null}")
                .ok(201);
        assertThat(nulls.body())
                .contains("\"domain\":null,\"description\":null")
                .contains("\"metadata\":{}");
        api().post(api().person("Cas").token(), TENANTS, "{\"name\":\"Acme\",\"domain\":\"%s\"}".formatted(domain))
                .problem(409, "domain_taken");
    }

    @Test
    default void namesAreNotUnique() {
        String token = api().person("Ana").token();
        api().post(token, TENANTS, "{\"name\":\"Same\"}").ok(201);
        api().post(token, TENANTS, "{\"name\":\"Same\"}").ok(201);
        assertThat(api().get(token, TENANTS).items("name")).containsExactly("Same", "Same");
    }

    @Test
    default void aNewTenantNeedsAName() {
        String token = api().person("Ana").token();
        api().post(token, TENANTS, "{}").invalid("/name");
        api().post(token, TENANTS, "{\"name\":null,\"max_users\":null,\"owner_email\":null}")
                .invalid("/name", "/max_users", "/owner_email");
        api().post(token, TENANTS, "{\"nam\":\"x\",\"domain\":\"x\",\"status\":\"active\"}")
                .invalid("/name", "/nam", "/domain", "/status");
    }

    @Test
    default void seatsAndOwnerAreTheOperatorsToChoose() {
        String token = api().person("Ana").token();
        api().post(token, TENANTS, "{\"name\":\"x\",\"max_users\":5}").problem(403, "insufficient_role");
        api().post(token, TENANTS, "{\"name\":\"x\",\"owner_email\":\"o@people.example\"}")
                .problem(403, "insufficient_role");
        Api.Person owner = api().person("Owner");
        Reply made = api().post(
                        api().operator().token(),
                        TENANTS,
                        "{\"name\":\"Sold\",\"max_users\":5,\"owner_email\":\"%s\"}".formatted(owner.email()))
                .ok(201);
        assertThat(made.text("max_users")).isEqualTo("5");
        assertThat(made.json().has("role")).isFalse();
        assertThat(api().get(owner.in(made.text("id")), "/api/v1/tenant").text("role"))
                .isEqualTo("admin");
    }

    @Test
    default void theIdIsTheOperatorsToChoose() {
        String id = UUID.randomUUID().toString();
        String wanted = "{\"name\":\"Known\",\"id\":\"%s\"}".formatted(id);
        String operator = api().operator().token();
        api().post(api().person("Ana").token(), TENANTS, wanted).problem(403, "insufficient_role");
        api().post(operator, TENANTS, wanted.replace(id, id.toUpperCase(Locale.ROOT)))
                .invalid("/id");
        assertThat(api().post(operator, TENANTS, wanted).ok(201).text("id")).isEqualTo(id);
        api().post(operator, TENANTS, wanted).problem(409, "tenant_id_taken");
    }

    @Test
    default void onesOwnTenants() {
        Api.Room first = api().room();
        Api.Room second = api().room();
        second.add(first.founder, "viewer").ok(201);
        Reply list = api().get(first.founder.token(), TENANTS);
        assertThat(list.items("id")).containsExactlyInAnyOrder(first.id, second.id);
        for (JsonNode item : list.json().get("items")) {
            boolean own = item.get("id").asText().equals(first.id);
            assertThat(item.get("role").asText()).isEqualTo(own ? "admin" : "viewer");
            assertThat(item.get("current").asBoolean()).isEqualTo(own);
        }
        assertThat(list.json().get("next_cursor").isNull()).isTrue();
        first.founder.in(second.id);
        for (JsonNode item : api().get(first.admin, TENANTS).json().get("items")) {
            assertThat(item.get("current").asBoolean())
                    .isEqualTo(item.get("id").asText().equals(second.id));
        }
        assertThat(api().get(api().person("New").token(), TENANTS).items("id")).isEmpty();
    }

    @Test
    default void theyAreSortedByNameAndFiltered() {
        String token = api().person("Ana").token();
        for (String name : List.of("beta 100%", "Alpha_x", "alphA y", "Gamma")) {
            api().post(
                            token,
                            TENANTS,
                            "{\"name\":\"%s\",\"domain\":\"%s.example\"}".formatted(name, "f" + Api.unique()))
                    .ok(201);
        }
        assertThat(api().get(token, TENANTS).items("name")).containsExactly("alphA y", "Alpha_x", "beta 100%", "Gamma");
        assertThat(api().get(token, TENANTS + "?q=ALPHA").items("name")).containsExactly("alphA y", "Alpha_x");
        assertThat(api().get(token, TENANTS + "?q=a_").items("name")).containsExactly("Alpha_x");
        assertThat(api().get(token, TENANTS + "?q=0%25").items("name")).containsExactly("beta 100%");
        assertThat(api().get(token, TENANTS + "?q=a+y").items("name")).containsExactly("alphA y");
        assertThat(api().get(token, TENANTS + "?q=.example&status=active").items("name"))
                .hasSize(4);
        assertThat(api().get(token, TENANTS + "?status=suspended").items("name"))
                .isEmpty();
    }

    @Test
    default void aSuspendedTenantIsListedAsSuch() {
        Api.Room room = api().room();
        room.suspend();
        assertThat(api().get(room.admin, TENANTS + "?status=suspended").items("id"))
                .containsExactly(room.id);
        assertThat(api().get(room.admin, TENANTS).items("status")).containsExactly("suspended");
    }
}
