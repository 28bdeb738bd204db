package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What answers say about limits, and a tenant's own limit. */
interface RateLimitTopic extends ApiTopic {
    /** How long a tenant's limit may be remembered. */
    Duration REMEMBERED = Duration.ofSeconds(21);

    @Test
    default void answersTellTheLimitOfTheTenantOrOfTheAddress() {
        Api.Room room = api().room();
        for (Reply reply : new Reply[] {
            api().get(room.admin, room.path).ok(200),
            api().delete(room.admin, room.path + "/configs/none").problem(404, "config_not_found"),
            api().get(room.admin, room.path + "?x=1").invalid("query"),
        }) {
            assertThat(reply.header("ratelimit-policy")).isEqualTo("\"tenant\";q=1000000;w=60");
            assertThat(reply.header("ratelimit")).matches("\"tenant\";r=99999[0-9];t=1");
        }
        for (Reply reply : new Reply[] {
            api().get(room.founder.token(), "/api/v1/me").ok(200),
            api().get("nonsense", "/api/v1/me").problem(401, "invalid_token"),
            api().request("GET", "/api/v1/me").send().problem(401, "missing_token"),
        }) {
            assertThat(reply.header("ratelimit-policy")).isEqualTo("\"address\";q=1000000;w=60");
            assertThat(reply.header("ratelimit")).matches("\"address\";r=99999[0-9];t=1");
        }
        for (String path : new String[] {"/openapi.json", "/docs", "/docs/page.js"}) {
            assertThat(api().request("GET", path).send().header("ratelimit-policy"))
                    .isEqualTo("\"address\";q=1000000;w=60");
        }
        for (String path : new String[] {
            "/health/live", "/metrics", "/.well-known/jwks.json", "/", "/console.json", "/ui/importmap.json", "/nope"
        }) {
            assertThat(api().request("GET", path).send().header("ratelimit")).isNull();
        }
    }

    @Test
    default void aTenantLimitsItselfAndIsHeldToIt() {
        Api.Room room = api().room();
        String key = room.path + "/configs/rate-limit";
        api().put(room.admin, key, "{\"value\":{\"requests\":3,\"per\":\"PT1H\"}}")
                .ok(201);
        api().clock.advance(REMEMBERED);
        awaitPolicy(room, "\"tenant\";q=3;w=3600");
        Reply reply;
        do { // to see the policy took some, so how many are left is not the point
            reply = api().get(room.admin, room.path);
        } while (reply.status() == 200);
        reply.problem(429, "rate_limited");
        assertThat(Long.parseLong(String.valueOf(reply.header("retry-after")))).isBetween(1L, 1200L);
        assertThat(reply.header("ratelimit")).startsWith("\"tenant\";r=0;t=");
        api().get(room.founder.token(), "/api/v1/me").ok(200);
        Api.Room other = api().room();
        api().get(other.admin, other.path).ok(200);

        // An operator lifts it; the tenant itself has to wait.
        api().put(api().operator().token(), key, "{\"value\":{\"requests\":5000000,\"per\":\"PT1M\"}}")
                .ok(200);
        api().clock.advance(REMEMBERED);
        awaitPolicy(room, "\"tenant\";q=5000000;w=60");
        api().delete(api().operator().token(), key).ok(204);
        api().clock.advance(REMEMBERED);
        awaitPolicy(room, "\"tenant\";q=1000000;w=60");
    }

    /** Limits are read beside the requests. */
    private void awaitPolicy(Api.Room room, String policy) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!policy.equals(api().get(room.admin, "/api/v1/tenant").header("ratelimit-policy"))) {
            assertThat(System.nanoTime()).as("still not %s", policy).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    default void whoMaySetWhichLimit() {
        Api.Room room = api().room();
        String key = room.path + "/configs/rate-limit";
        String operator = api().operator().token();
        api().put(room.tokenOf("member"), key, "{\"value\":{\"requests\":3,\"per\":\"PT1M\"}}")
                .problem(403, "insufficient_role");
        api().put(room.admin, key, "{\"value\":{\"requests\":1000000,\"per\":\"PT1M\"}}")
                .ok(201);
        for (String more : new String[] {
            "{\"requests\":1000001,\"per\":\"PT1M\"}",
            "{\"requests\":1000000,\"per\":\"PT59S\"}",
            "{\"requests\":1000001,\"per\":\"PT24H\"}",
        }) {
            api().put(room.admin, key, "{\"value\":" + more + "}").invalid("/value");
            api().put(operator, key, "{\"value\":" + more + "}").ok(200);
        }
        api().put(room.admin, key, "{\"value\":{\"requests\":1,\"per\":\"PT1M\",\"fixed\":true}}")
                .invalid("/value/fixed");
        api().put(operator, key, "{\"value\":{\"requests\":10,\"per\":\"PT1M\",\"fixed\":true}}")
                .ok(200);
        api().put(room.admin, key, "{\"value\":{\"requests\":20,\"per\":\"PT1M\"}}")
                .problem(403, "insufficient_role");
        api().delete(room.admin, key).problem(403, "insufficient_role");
        assertThat(api().get(room.admin, key).body()).contains("\"requests\":10,");
        api().put(operator, key, "{\"value\":{\"requests\":10,\"per\":\"PT1M\"}}")
                .ok(200);
        api().delete(room.admin, key).ok(204);
    }

    @Test
    default void aLimitHasItsForm() {
        Api.Room room = api().room();
        String key = room.path + "/configs/rate-limit";
        String[][] wrong = {
            {"3", "/value"},
            {"null", "/value"},
            {"[]", "/value"},
            {"{}", "/value/requests", "/value/per"},
            {"{\"requests\":0,\"per\":\"PT1M\"}", "/value/requests"},
            {"{\"requests\":\"3\",\"per\":\"PT1M\"}", "/value/requests"},
            {"{\"requests\":1.5,\"per\":\"PT1M\"}", "/value/requests"},
            {"{\"requests\":3,\"per\":\"P1D1S\"}", "/value/per"},
            {"{\"requests\":3,\"per\":\"PT0S\"}", "/value/per"},
            {"{\"requests\":3,\"per\":\"PT0.5S\"}", "/value/per"},
            {"{\"requests\":3,\"per\":60}", "/value/per"},
            {"{\"requests\":3,\"per\":\"PT1M\",\"burst\":1}", "/value/burst"},
            {"{\"requests\":3,\"per\":\"PT1M\",\"fixed\":1}", "/value/fixed"},
        };
        for (String[] one : wrong) {
            String[] places = java.util.Arrays.copyOfRange(one, 1, one.length);
            for (String token : new String[] {room.admin, api().operator().token()}) {
                api().put(token, key, "{\"value\":" + one[0] + "}").invalid(places);
            }
        }
        api().get(room.admin, key).problem(404, "config_not_found");
    }
}
