package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Changing a tenant, by a JSON merge patch (RFC 7396). */
interface TenantPatchTopic extends ApiTopic {
    private Reply patch(Api.Room room, String json) {
        return api().patch(room.admin, room.path, json);
    }

    @Test
    default void whatIsAbsentStaysAndNullClears() {
        Api.Room room = api().room();
        String domain = "p" + Api.unique() + ".example";
        Reply all = patch(
                        room,
                        "{\"name\":\" New \",\"domain\":\"%s\",\"description\":\"a\\nb\",\"metadata\":{\"k\":[1]}}"
                                .formatted(domain.toUpperCase(java.util.Locale.ROOT)))
                .ok(200);
        assertThat(all.text("name")).isEqualTo("New");
        assertThat(all.text("domain")).isEqualTo(domain);
        assertThat(all.text("description")).isEqualTo("a\nb");
        assertThat(all.body()).contains("\"metadata\":{\"k\":[1]}");
        Reply one = patch(room, "{\"description\":null}").ok(200);
        assertThat(one.json().get("description").isNull()).isTrue();
        assertThat(one.text("domain")).isEqualTo(domain);
        assertThat(one.text("name")).isEqualTo("New");
        assertThat(one.body()).contains("\"metadata\":{\"k\":[1]}");
        Reply rest = patch(room, "{\"domain\":null,\"metadata\":null}").ok(200);
        assertThat(rest.json().get("domain").isNull()).isTrue();
        assertThat(rest.body()).contains("\"metadata\":{}");
        assertThat(api().get(room.admin, room.path).body()).isEqualTo(rest.body());
    }

    @Test
    default void theCurrentTenantIsPatchedAlike() {
        Api.Room room = api().room();
        assertThat(api().patch(room.admin, "/api/v1/tenant", "{\"name\":\"There\"}")
                        .ok(200)
                        .text("name"))
                .isEqualTo("There");
        assertThat(api().get(room.admin, room.path).text("name")).isEqualTo("There");
    }

    @Test
    default void aPatchMaySayThatItIsOne() {
        Api.Room room = api().room();
        api().request("PATCH", room.path)
                .token(room.admin)
                .body("application/merge-patch+json", "{\"name\":\"Merged\"}")
                .send()
                .ok(200);
    }

    @Test
    default void metadataIsMergedMemberByMember() {
        Api.Room room = api().room();
        String start = "{\"a\":{\"b\":1.50,\"c\":[{\"x\":null}]},\"big\":12345678901234567890,\"s\":\"\\u00e9\"}";
        patch(room, "{\"metadata\":" + start + "}").ok(200);
        Reply merged = patch(room, "{\"metadata\":{\"a\":{\"b\":null,\"d\":{\"e\":null,\"f\":1e400}},\"n\":[null]}}");
        assertThat(merged.ok(200).body())
                .contains("\"metadata\":{\"a\":{\"c\":[{\"x\":null}],\"d\":{\"f\":1e400}},"
                        + "\"big\":12345678901234567890,\"s\":\"é\",\"n\":[null]}");
        assertThat(patch(room, "{\"metadata\":{}}").ok(200).body()).isEqualTo(merged.body());
        assertThat(patch(room, "{\"metadata\":{\"a\":\"flat\"}}").ok(200).body())
                .contains("\"metadata\":{\"a\":\"flat\",");
    }

    @Test
    default void patchesOfMetadataAtTheSameTimeDoNotLoseEachOther() throws Exception {
        Api.Room room = api().room();
        int threads = 4;
        int patches = 10;
        CyclicBarrier barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String key = "k" + thread;
                all.add(pool.submit(() -> {
                    barrier.await();
                    for (int i = 0; i < patches; i++) {
                        patch(room, "{\"metadata\":{\"%s-%d\":1}}".formatted(key, i))
                                .ok(200);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(api().get(room.admin, room.path).json().get("metadata")).hasSize(threads * patches);
    }

    @Test
    default void whatChangesNothingLeavesNoTrace() {
        Api.Room room = api().room();
        Reply before = api().get(room.admin, room.path);
        assertThat(patch(room, "{}").ok(200).body()).isEqualTo(before.body());
        assertThat(patch(room, "{\"name\":\"%s\"}".formatted(before.text("name")))
                        .ok(200)
                        .etag())
                .isEqualTo(before.etag());
    }

    @Test
    default void eachFieldHasItsRule() {
        Api.Room room = api().room();
        Map<String, List<String>> wrong = Map.of(
                "name", List.of("null", "\"\"", "\" \"", "1", "\"a\\tb\"", '"' + "x".repeat(201) + '"', "\"\\u0000\""),
                "domain", List.of("\"\"", "\"localhost\"", "\"faß.de\"", "\"a b.de\"", "\"1.2.3.4\"", "true", "[]"),
                "description", List.of("\"\"", "{}", '"' + "x".repeat(2001) + '"', "\"\\u0007\""),
                "metadata", List.of("1", "[]", "\"{}\"", "{\"x\":\"" + "y".repeat(16 * 1024) + "\"}"),
                "max_users", List.of("0", "1000001", "1.0", "\"5\"", "null", "99999999999999999999", "-1", "true"),
                "status", List.of("\"deleted\"", "\"gone\"", "null", "1", "\"ACTIVE\""));
        String operator = api().operator().token();
        wrong.forEach((field, values) -> values.forEach(value -> {
            Reply reply = api().patch(operator, room.path, "{\"%s\":%s}".formatted(field, value));
            reply.invalid("/" + field);
        }));
        assertThat(patch(room, "{\"domain\":\"faß.de\"}").body()).contains("xn--");
    }

    @Test
    default void allThatIsWrongIsSaidAtOnce() {
        Api.Room room = api().room();
        patch(room, "{\"name\":\"\",\"domain\":1,\"nick/~name\":2,\"metadata\":[]}")
                .invalid("/name", "/domain", "/nick~1~0name", "/metadata");
        patch(room, "{\"id\":\"x\",\"user_count\":3,\"role\":\"admin\"}").invalid("/id", "/user_count", "/role");
    }

    @Test
    default void seatsAndStatusAreTheOperators() {
        Api.Room room = api().room();
        patch(room, "{\"max_users\":30}").problem(403, "insufficient_role");
        patch(room, "{\"status\":\"suspended\"}").problem(403, "insufficient_role");
        patch(room, "{\"name\":\"x\",\"status\":\"active\"}").problem(403, "insufficient_role");
        String operator = api().operator().token();
        Reply reply = api().patch(operator, room.path, "{\"max_users\":2}").ok(200);
        assertThat(reply.json().get("max_users").asInt()).isEqualTo(2);
        room.add("viewer");
        room.add(api().person("Late"), "viewer").problem(409, "seat_limit_reached");
        api().patch(operator, room.path, "{\"max_users\":1}").problem(409, "seat_limit_reached");
        api().patch(operator, room.path, "{\"max_users\":3}").ok(200);
        room.add("viewer");
    }

    @Test
    default void aDomainHasOneTenant() {
        String domain = "t" + Api.unique() + ".example";
        Api.Room first = api().room();
        patch(first, "{\"domain\":\"%s\"}".formatted(domain)).ok(200);
        Api.Room second = api().room();
        patch(second, "{\"domain\":\"%s\"}".formatted(domain.toUpperCase(java.util.Locale.ROOT)))
                .problem(409, "domain_taken");
        patch(first, "{\"domain\":\"%s\"}".formatted(domain)).ok(200);
        patch(first, "{\"domain\":null}").ok(200);
        patch(second, "{\"domain\":\"%s\"}".formatted(domain)).ok(200);
    }

    @Test
    default void theCurrentTenantKeepsTheSameRules() {
        Api.Room room = api().room();
        String domain = "t" + Api.unique() + ".example";
        String taken = "{\"domain\":\"%s\"}".formatted(domain);
        api().patch(api().room().admin, "/api/v1/tenant", taken).ok(200);
        api().patch(room.admin, "/api/v1/tenant", taken).problem(409, "domain_taken");
        room.add(api().operator(), "viewer").ok(201);
        api().patch(api().operator().in(room.id), "/api/v1/tenant", "{\"max_users\":1}")
                .problem(409, "seat_limit_reached");
        api().delete(room.admin, room.member(api().operator())).ok(204);
    }
}
