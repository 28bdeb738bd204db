package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.memory.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is refused when, and who is not. */
class RateLimitTest {
    private static final RateLimit FIVE = RateLimit.parse("5/PT1H");

    private static Api api(RateLimit tenant, RateLimit address) {
        return api(new RateLimits(tenant, address, TrustedProxies.NONE));
    }

    private static Api api(RateLimits limits) {
        return new Api(new InMemoryStore(), limits);
    }

    @Test
    void oneTenantTooManyIsRefusedAndTheOthersAreNot() {
        try (Api api = api(FIVE, Api.MANY)) {
            Api.Room loud = api.room();
            Api.Room quiet = api.room();
            for (int left = 4; left >= 0; left--) {
                Reply reply = api.get(loud.admin, "/api/v1/tenant").ok(200);
                assertThat(reply.header("ratelimit")).startsWith("\"tenant\";r=" + left + ";t=");
            }
            for (int i = 0; i < 20; i++) {
                Reply refused = api.get(loud.admin, "/api/v1/tenant").problem(429, "rate_limited");
                assertThat(refused.header("retry-after")).isIn("719", "720");
                assertThat(refused.header("ratelimit-policy")).isEqualTo("\"tenant\";q=5;w=3600");
                assertThat(refused.header("ratelimit")).matches("\"tenant\";r=0;t=(3599|3600)");
            }
            // Another session of the same tenant is the same tenant.
            String again = loud.founder.in(loud.id);
            api.get(again, "/api/v1/tenant").problem(429, "rate_limited");
            api.get(quiet.admin, "/api/v1/tenant").ok(200);
            api.get(loud.founder.token(), "/api/v1/tenants").ok(200);
            api.clock.advance(Duration.ofMinutes(12));
            api.get(loud.admin, "/api/v1/tenant").ok(200);
            api.get(loud.admin, "/api/v1/tenant").problem(429, "rate_limited");
        }
    }

    @Test
    void aRefusalIsAnsweredWhateverTheMethodAndDoesNothing() {
        try (Api api = api(FIVE, Api.MANY)) {
            Api.Room room = api.room();
            for (int i = 0; i < 5; i++) {
                api.get(room.admin, room.path).ok(200);
            }
            api.patch(room.admin, room.path, "{\"name\":\"Changed\"}").problem(429, "rate_limited");
            api.delete(room.admin, room.path).problem(429, "rate_limited");
            assertThat(api.request("HEAD", room.path).token(room.admin).send().status())
                    .isEqualTo(429);
            assertThat(api.get(api.operator().token(), room.path).ok(200).text("name"))
                    .startsWith("Room");
        }
    }

    @Test
    void aForgerCannotUseUpATenantsLimit() {
        try (Api api = api(FIVE, Api.MANY)) {
            Api.Room room = api.room();
            String forged = room.admin.substring(0, room.admin.lastIndexOf('.') + 1) + "A".repeat(43);
            for (int i = 0; i < 20; i++) {
                api.get(forged, "/api/v1/tenant").problem(401, "invalid_token");
            }
            api.get(room.admin, "/api/v1/tenant").ok(200);
        }
    }

    @Test
    void strangersAreCountedByAddressBeforeTheirTokenIsLookedAt() {
        try (Api api = api(Api.MANY, RateLimit.parse("8/PT1H"))) {
            Api.Room room = api.room(); // 2 of 8, the switch and what it is for
            api.get(room.admin, "/api/v1/tenant").ok(200);
            String forged = room.admin.substring(0, room.admin.lastIndexOf('.') + 1) + "A".repeat(43);
            api.request("GET", "/api/v1/me").send().problem(401, "missing_token");
            api.get("nonsense", "/api/v1/me").problem(401, "invalid_token");
            api.request("GET", "/api/v1/me")
                    .header("Authorization", "Basic x")
                    .send()
                    .problem(401, "invalid_token");
            for (int i = 0; i < 3; i++) {
                api.get(forged, "/api/v1/tenant").problem(401, "invalid_token");
            }
            Reply refused = api.get(forged, "/api/v1/tenant").problem(429, "rate_limited");
            assertThat(refused.header("ratelimit-policy")).isEqualTo("\"address\";q=8;w=3600");
            api.request("GET", "/api/v1/me").send().problem(429, "rate_limited");
            api.get(room.founder.token(), "/api/v1/me").problem(429, "rate_limited");
            // Whose token is known to be a tenant's is counted there alone.
            api.get(room.admin, "/api/v1/tenant").ok(200);
            for (String path : List.of("/health/live", "/health/ready", "/metrics", "/.well-known/jwks.json")) {
                assertThat(api.request("GET", path).send().status()).isNotEqualTo(429);
            }
        }
    }

    @Test
    void aNewTokenOfATenantCostsItsAddressNothing() {
        try (Api api = api(Api.MANY, RateLimit.parse("12/PT1H"))) {
            Api.Room room = api.room(); // 2 of 12
            for (int i = 0; i < 9; i++) { // a switch each
                api.get(room.founder.in(room.id), "/api/v1/tenant").ok(200);
            }
            api.get(room.founder.token(), "/api/v1/me").ok(200);
            api.get(room.founder.token(), "/api/v1/me").problem(429, "rate_limited");
        }
    }

    @Test
    void addressesThatATrustedProxyNamesAreCountedEachByItself() {
        RateLimits limits = new RateLimits(null, FIVE, TrustedProxies.of(Set.of("127.0.0.1")));
        try (Api api = api(limits)) {
            for (String client : List.of("1.2.3.4", "1.2.3.5", "2001:db8::1")) {
                for (int i = 0; i < 5; i++) {
                    from(api, client).problem(401, "missing_token");
                }
                from(api, client).problem(429, "rate_limited");
            }
            from(api, "2001:db8::ffff").problem(429, "rate_limited");
            from(api, "2001:db8:0:1::1").problem(401, "missing_token");
        }
    }

    @Test
    void nobodyElseNamesAnAddress() {
        try (Api api = api(new RateLimits(null, FIVE, TrustedProxies.of(Set.of("10.0.0.0/8"))))) {
            for (int i = 0; i < 5; i++) {
                from(api, "1.2.3." + i).problem(401, "missing_token");
            }
            from(api, "1.2.3.99").problem(429, "rate_limited");
        }
    }

    private static Reply from(Api api, String client) {
        return api.request("GET", "/api/v1/me")
                .header("X-Forwarded-For", "6.6.6.6, " + client)
                .send();
    }

    @Test
    void withoutALimitNothingIsSaidOrCounted() {
        try (Api api = api(RateLimits.NONE)) {
            Api.Room room = api.room();
            assertThat(api.get(room.admin, "/api/v1/tenant").header("ratelimit"))
                    .isNull();
            api.put(room.admin, room.path + "/configs/rate-limit", "{\"value\":{\"requests\":1,\"per\":\"PT1H\"}}")
                    .ok(201);
            api.clock.advance(RateLimitTopic.REMEMBERED);
            for (int i = 0; i < 5; i++) {
                api.get(room.admin, "/api/v1/tenant").ok(200);
            }
        }
    }

    @Test
    void manyAtOnceGetNoMoreThanTheLimit() throws Exception {
        try (Api api = api(RateLimit.parse("50/PT1H"), Api.MANY);
                var threads = Executors.newFixedThreadPool(16)) {
            Api.Room room = api.room();
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(() -> api.get(room.admin, "/api/v1/tenant").status());
            }
            int allowed = 0;
            for (Future<Integer> status : threads.invokeAll(calls)) {
                allowed += status.get() == 200 ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(50);
        }
    }

    @Test
    void whileTheSharedStoreIsAwayTheServerCountsByItself() {
        AtomicInteger asked = new AtomicInteger();
        RateLimitStore away = (tenant, limit, wanted) -> {
            asked.incrementAndGet();
            throw new IllegalStateException("away");
        };
        try (Api api = api(new RateLimits(FIVE, Api.MANY, TrustedProxies.NONE, away))) {
            Api.Room room = api.room();
            for (int i = 0; i < 5; i++) {
                api.get(room.admin, "/api/v1/tenant").ok(200);
            }
            api.get(room.admin, "/api/v1/tenant").problem(429, "rate_limited");
            assertThat(asked).as("asked again only after a pause").hasValue(1);
            api.clock.advance(Duration.ofSeconds(3));
            api.get(room.admin, "/api/v1/tenant").problem(429, "rate_limited");
            assertThat(asked).hasValue(2);
            assertThat(api.request("GET", "/metrics").send().body())
                    .contains("tenancy_rate_limit_store_failures_total 2.0")
                    .contains("tenancy_rate_limit_requests_total{outcome=\"refused\",scope=\"tenant\"} 2.0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "600/PT1M, 600/PT1M, true",
        "600/PT1M, 599/PT1M, false",
        "60/PT1S, 600/PT1M, false",
        "600/PT2M, 600/PT1M, true",
        "601/PT24H, 600/PT1M, false",
        "1000000000/PT24H, 1000000000/PT24H, true",
    })
    void whichLimitIsAtMostAnother(String one, String other, boolean isAtMost) {
        assertThat(RateLimit.parse(one).isAtMost(RateLimit.parse(other))).isEqualTo(isAtMost);
        assertThat(RateLimit.parse(RateLimit.parse(one).toString())).isEqualTo(RateLimit.parse(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "600", "600/1M", "0/PT1M", "600/PT0S", "600/PT24H1S", "-1/PT1M", "600/PT1.5S", "1/PTx"})
    void aLimitThatIsNone(String text) {
        assertThatThrownBy(() -> RateLimit.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
