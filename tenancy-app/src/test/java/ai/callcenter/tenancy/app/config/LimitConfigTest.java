package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.callcenter.tenancy.http.RateLimit;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of limits. */
class LimitConfigTest {
    private static final RateLimit DEFAULT = RateLimit.parse("6000/PT1M");

    private static LimitConfig read(String... settings) {
        return AppConfig.read(environment(settings)).limits();
    }

    private static Map<String, String> environment(String... settings) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        return environment;
    }

    private static List<String> faults(String... settings) {
        return catchThrowableOfType(ConfigException.class, () -> read(settings)).faults();
    }

    @Test
    void generousInMemoryAndTrustingNobodyWhereNothingIsSet() {
        LimitConfig limits = read();
        assertThat(limits.tenant()).isEqualTo(DEFAULT);
        assertThat(limits.address()).isEqualTo(DEFAULT);
        assertThat(limits.proxies()).hasToString("");
        assertThat(limits.counts()).isEqualTo(new CountConfig.Memory());
    }

    @Test
    void takesWhatIsSet() {
        LimitConfig limits = read(
                "TENANCY_RATE_LIMIT", "off",
                "TENANCY_RATE_LIMIT_ANONYMOUS", " 300/PT10S ",
                "TENANCY_TRUSTED_PROXIES", " 192.0.2.7, 10.0.0.0/8 ,fd00::/8,");
        assertThat(limits.tenant()).isNull();
        assertThat(limits.address()).isEqualTo(RateLimit.parse("300/PT10S"));
        assertThat(limits.proxies()).hasToString("10.0.0.0/8,192.0.2.7,fd00::/8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TENANCY_RATE_LIMIT           | 600            | must be requests/period, such as 600/PT1M, or off; not \"600\"",
                "TENANCY_RATE_LIMIT           | 600/PT48H      | the period must be whole seconds, from PT1S to PT24H, or off",
                "TENANCY_RATE_LIMIT_ANONYMOUS | none           | must be requests/period",
                "TENANCY_RATE_LIMIT_STORE     | files          | must be memory or postgresql or redis, not \"files\"",
                "TENANCY_REDIS_URL            | redis          | must be the URL of a Redis: redis://host:port/database",
                "TENANCY_REDIS_URL            | http://redis   | must be the URL of a Redis: redis://host:port/database",
                "TENANCY_REDIS_URL            | redis://r/0?a  | must be the URL of a Redis: redis://host:port/database",
                "TENANCY_REDIS_URL            | redis://:pw@r  | must not name a user or a password, which have settings",
                "TENANCY_TRUSTED_PROXIES      | proxy.example  | has \"proxy.example\" is neither an address",
            })
    void refusesTheRest(String name, String value, String message) {
        assertThat(faults(name, value)).singleElement().asString().startsWith(name + ": " + message);
    }

    @Test
    void countsWhereItIsTold() {
        assertThat(read("TENANCY_RATE_LIMIT_STORE", "postgresql").counts()).isEqualTo(new CountConfig.Postgresql());
        assertThat(read("TENANCY_RATE_LIMIT_STORE", "redis", "TENANCY_REDIS_URL", "redis://redis.internal:6379/0")
                        .counts())
                .isEqualTo(new CountConfig.Redis(URI.create("redis://redis.internal:6379/0"), null, null));
        CountConfig all = read(
                        "TENANCY_RATE_LIMIT_STORE", "redis",
                        "TENANCY_REDIS_URL", "rediss://[::1]",
                        "TENANCY_REDIS_USER", "desk",
                        "TENANCY_REDIS_PASSWORD", " hush ")
                .counts();
        assertThat(all).isEqualTo(new CountConfig.Redis(URI.create("rediss://[::1]"), "desk", " hush "));
        assertThat(all.toString()).doesNotContain("hush");
    }

    @Test
    void refusesHalvesAndContradictions() {
        assertThat(faults("TENANCY_RATE_LIMIT_STORE", "redis"))
                .containsExactly("TENANCY_REDIS_URL: is missing, and TENANCY_RATE_LIMIT_STORE needs it;"
                        + " example: redis://redis.internal:6379/0");
        assertThat(faults("TENANCY_REDIS_URL", "redis://redis.internal"))
                .containsExactly("TENANCY_REDIS_URL: is set, and TENANCY_RATE_LIMIT_STORE is not redis; set it so, or"
                        + " unset this one");
        assertThat(faults(
                        "TENANCY_RATE_LIMIT_STORE", "redis",
                        "TENANCY_REDIS_URL", "redis://redis.internal",
                        "TENANCY_REDIS_USER", "desk"))
                .containsExactly("TENANCY_REDIS_PASSWORD: is missing, and TENANCY_REDIS_USER needs it");
        assertThat(faults("TENANCY_RATE_LIMIT_STORE", "postgresql", "TENANCY_STORE", "memory"))
                .singleElement()
                .asString()
                .startsWith("TENANCY_RATE_LIMIT_STORE: postgresql needs a database");
    }
}
