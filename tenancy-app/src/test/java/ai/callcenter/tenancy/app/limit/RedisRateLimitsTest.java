package ai.callcenter.tenancy.app.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.app.config.CountConfig;
import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.RateLimitStore;
import ai.callcenter.tenancy.tenant.TenantId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The contract on a real Redis, and what becomes of a server whose Redis goes away. */
@NullUnmarked // fixtures are set before all tests
class RedisRateLimitsTest extends RateLimitStoreContract {
    private static final RateLimit TEN = RateLimit.parse("10/PT10S");

    @TempDir
    static Path folder;

    private static RedisServer server;
    private static RedisRateLimits one;
    private static RedisRateLimits other;

    @BeforeAll
    static void start() throws IOException {
        server = RedisServer.start(folder);
        one = new RedisRateLimits(config("/3", RedisServer.PASSWORD));
        other = new RedisRateLimits(config("/3", RedisServer.PASSWORD));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            one.close();
            other.close();
            server.close();
        }
    }

    private static CountConfig.Redis config(String database, String password) {
        return new CountConfig.Redis(URI.create(server.url() + database), null, password);
    }

    @Override
    RateLimitStore one() {
        return one;
    }

    @Override
    RateLimitStore other() {
        return other;
    }

    @Test
    void aKeyExpiresAfterADay() {
        TenantId tenant = new TenantId(UUID.randomUUID());
        one.take(tenant, TEN, 3);
        try (RedisClient redis = client(3)) {
            assertThat(redis.pttl("tenancy:rate-limit:" + tenant.value())).isBetween(80_000_000L, 86_400_000L);
        }
    }

    @Test
    void oneDatabaseOfARedisIsNotTheOther() {
        TenantId tenant = new TenantId(UUID.randomUUID());
        one.take(tenant, TEN, 10);
        try (RedisRateLimits elsewhere = new RedisRateLimits(config("", RedisServer.PASSWORD))) {
            assertThat(elsewhere.take(tenant, TEN, 10).requests()).isEqualTo(10);
        }
    }

    @Test
    void goesOnWithARedisThatWentAwayAndForgotEverything() throws IOException {
        TenantId tenant = new TenantId(UUID.randomUUID());
        one.take(tenant, TEN, 10);
        server.stop();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> one.take(tenant, TEN, 1)).isInstanceOf(JedisException.class);
        }
        server.start();
        assertThat(one.take(tenant, TEN, 10).requests()).isEqualTo(10);
        try (RedisClient redis = client(3)) {
            redis.scriptFlush();
        }
        assertThat(one.take(tenant, TEN, 1).used()).isGreaterThan(9);
    }

    @Test
    void waitsForAFrozenRedisButNotForever() throws Exception {
        TenantId tenant = new TenantId(UUID.randomUUID());
        one.take(tenant, TEN, 1);
        server.freeze();
        try {
            assertThatThrownBy(() -> one.take(tenant, TEN, 1)).isInstanceOf(JedisException.class);
            assertThatThrownBy(() -> one.take(tenant, TEN, 1)).isInstanceOf(JedisException.class);
        } finally {
            server.thaw();
        }
        assertThat(one.take(tenant, TEN, 1).requests()).isOne();
    }

    @Test
    void aWrongPasswordIsAFailureAndIsNotShown() {
        try (RedisRateLimits wrong = new RedisRateLimits(config("", "not-the-password"))) {
            wrong.greet();
            assertThatThrownBy(() -> wrong.take(new TenantId(UUID.randomUUID()), TEN, 1))
                    .isInstanceOf(JedisException.class)
                    .hasMessageNotContaining("not-the-password");
        }
        assertThat(config("", "not-the-password").toString()).doesNotContain("not-the-password");
    }

    private static RedisClient client(int database) {
        URI url = URI.create(server.url());
        return RedisClient.builder()
                .hostAndPort(new HostAndPort(url.getHost(), url.getPort()))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .password(RedisServer.PASSWORD)
                        .database(database)
                        .build())
                .build();
    }
}
