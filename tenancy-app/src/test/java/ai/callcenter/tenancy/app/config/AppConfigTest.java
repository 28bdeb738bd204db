package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.http.token.oidc.OidcSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each setting takes, what it refuses, and what it says then. */
class AppConfigTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String[] DATABASE = {
        "TENANCY_DB_URL", "jdbc:postgresql://db/tenancy", "TENANCY_DB_USER", "app", "TENANCY_DB_PASSWORD", "hush"
    };

    @Test
    void everythingHasAValueWhereNothingIsSet() {
        AppConfig config = read("HOME_IS", "not read");

        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.http().corsOrigins()).isEmpty();
        assertThat(config.http().requestLog()).isTrue();
        assertThat(config.store()).isEqualTo(new StoreConfig.Embedded(config.dataDir(), 10));
        assertThat(config.dataDir()).isAbsolute().hasFileName("tenancy");
        assertThat(config.tokens().secret()).isNull();
        assertThat(config.tokens().keys()).isNull();
        assertThat(config.tokens().settings().issuer()).isEqualTo("tenancy");
        assertThat(config.tokens().settings().audience()).isEqualTo("tenancy");
        assertThat(config.tokens().settings().ttl()).isEqualTo(Duration.ofHours(1));
        assertThat(config.platformAdmins()).isNull();
        assertThat(config.defaultSeats().value()).isEqualTo(25);
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void takesWhatIsSet() {
        AppConfig config = read(
                "TENANCY_HOST", " [::1] ",
                "TENANCY_PORT", "0",
                "TENANCY_CORS_ORIGINS", "https://App.example.com:443, http://localhost:5173,",
                "TENANCY_REQUEST_LOG", "off",
                "TENANCY_STORE", "memory",
                "TENANCY_DATA_DIR", "/srv/x/../tenancy",
                "TENANCY_TOKEN_SECRET", SECRET,
                "TENANCY_TOKEN_ISSUER", "https://login.example",
                "TENANCY_TOKEN_AUDIENCE", "calls",
                "TENANCY_TOKEN_TTL", "PT90S",
                "TENANCY_PLATFORM_ADMINS", "Root@Example.com, ops@example.com, root@example.com",
                "TENANCY_DEFAULT_MAX_USERS", "1000000");

        assertThat(config.http().host()).isEqualTo("::1");
        assertThat(config.http().port()).isZero();
        assertThat(config.http().corsOrigins())
                .containsExactlyInAnyOrder("https://app.example.com", "http://localhost:5173");
        assertThat(config.http().requestLog()).isFalse();
        assertThat(config.store()).isEqualTo(new StoreConfig.Memory());
        assertThat(config.dataDir()).isEqualTo(Path.of("/srv/tenancy"));
        assertThat(config.tokens().secret()).isNotNull();
        assertThat(config.tokens().settings().issuer()).isEqualTo("https://login.example");
        assertThat(config.tokens().settings().audience()).isEqualTo("calls");
        assertThat(config.tokens().settings().ttl()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.platformAdmins())
                .containsExactly(new Email("root@example.com"), new Email("ops@example.com"));
        assertThat(config.defaultSeats().value()).isEqualTo(1_000_000);
    }

    @Test
    void takesADatabaseOfSomebodyElse() {
        String[] migrator = {"TENANCY_DB_MIGRATOR_USER", "migrator", "TENANCY_DB_MIGRATOR_PASSWORD", " hush2 "};

        assertThat(read(with(DATABASE, "TENANCY_TOKEN_SECRET", SECRET)).store())
                .isEqualTo(new StoreConfig.External(
                        "jdbc:postgresql://db/tenancy", new StoreConfig.Login("app", "hush"), null, 10));
        assertThat(read(with(with(DATABASE, migrator), "TENANCY_TOKEN_SECRET", SECRET, "TENANCY_DB_POOL_SIZE", "1000"))
                        .store())
                .isEqualTo(new StoreConfig.External(
                        "jdbc:postgresql://db/tenancy",
                        new StoreConfig.Login("app", "hush"),
                        new StoreConfig.Login("migrator", " hush2 "),
                        1000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TENANCY_HOST|http://localhost|must be an address or a host name alone, not \"http://localhost\"",
                "TENANCY_HOST|127.0.0.1:8080|must be an address or a host name alone",
                "TENANCY_HOST|two words|must be an address or a host name alone",
                "TENANCY_PORT|80a|must be a whole number from 0 to 65535, not \"80a\"",
                "TENANCY_PORT|65536|must be a whole number from 0 to 65535",
                "TENANCY_PORT|-1|must be a whole number from 0 to 65535",
                "TENANCY_PORT|99999999999|must be a whole number from 0 to 65535",
                "TENANCY_PORT|tcp://10.0.0.7:8080|enableServiceLinks",
                "TENANCY_CORS_ORIGINS|*|\"*\"",
                "TENANCY_CORS_ORIGINS|null|each origin is scheme://host",
                "TENANCY_CORS_ORIGINS|app.example.com|each origin is scheme://host",
                "TENANCY_CORS_ORIGINS|https://app.example.com/|\"https://app.example.com/\"",
                "TENANCY_CORS_ORIGINS|https://*.example.com|each origin is scheme://host",
                "TENANCY_CORS_ORIGINS|https://ok.example,ftp://x.example|\"ftp://x.example\"",
                "TENANCY_REQUEST_LOG|yes|must be on or off, not \"yes\"",
                "TENANCY_STORE|Memory|must be postgresql or memory, not \"Memory\"",
                "TENANCY_DB_POOL_SIZE|0|must be a whole number from 1 to 1000",
                "TENANCY_DATA_DIR|~/tenancy|\"~\" is the shell's",
                "TENANCY_TOKEN_KEY_FILE|/no/such/file.pem|cannot be read: /no/such/file.pem",
                "TENANCY_TOKEN_TTL|1h|must be an ISO 8601 duration, not \"1h\"",
                "TENANCY_TOKEN_TTL|PT59S|1 minute (PT1M) to 24 hours (PT24H)",
                "TENANCY_TOKEN_TTL|PT25H|1 minute (PT1M) to 24 hours (PT24H)",
                "TENANCY_SESSION_TTL|PT59S|1 minute (PT1M) to 30 days (P30D)",
                "TENANCY_SESSION_TTL|P31D|1 minute (PT1M) to 30 days (P30D)",
                "TENANCY_SESSION_TTL|12h|must be an ISO 8601 duration",
                "TENANCY_OIDC_EMAIL_CLAIM|e mail|must be the name of a claim",
                "TENANCY_OIDC_TRUST_EMAIL|never|must be verified or always",
                "TENANCY_PLATFORM_ADMINS|root@example.com,root|has \"root\": an e-mail is an ASCII address",
                "TENANCY_DEFAULT_MAX_USERS|0|must be a whole number from 1 to 1000000",
            })
    void refusesAWrongValueInOneLineThatNamesItAndShowsARightOne(String name, String value, String says) {
        assertThat(faults(name, value))
                .singleElement()
                .asString()
                .startsWith(name + ": ")
                .contains(says)
                .contains("example: ")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://app:pa55word@db/tenancy",
                "jdbc:postgresql://app:pa55word@db/tenancy",
                "jdbc:postgresql://db/tenancy?ssl=true&password=pa55word",
                "jdbc:mysql://db/tenancy?x=pa55word"
            })
    void refusesADatabaseUrlWithoutQuotingThePasswordInIt(String url) {
        String[] all = with(DATABASE, "TENANCY_TOKEN_SECRET", SECRET);
        all[1] = url;

        assertThat(faults(all))
                .singleElement()
                .asString()
                .startsWith("TENANCY_DB_URL: must")
                .doesNotContain("pa55word");
    }

    @Test
    void refusesAShortSecretWithoutQuotingIt() {
        assertThat(faults("TENANCY_TOKEN_SECRET", "hush-hush"))
                .singleElement()
                .asString()
                .startsWith("TENANCY_TOKEN_SECRET: ")
                .contains("9 bytes")
                .doesNotContain("hush");
    }

    @Test
    void listsAllThatIsWrongAtOnce() {
        assertThat(faults("TENANCY_PORT", "x", "TENANCY_TOKEN_TTL", "x", "TENANCY_STORE", "x"))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly("TENANCY_PORT", "TENANCY_STORE", "TENANCY_TOKEN_TTL");
    }

    @Test
    void wantsAKeyThatIsTheSameEverywhereWithADatabaseOfSomebodyElse() {
        assertThat(faults(DATABASE)).singleElement().asString().startsWith("TENANCY_TOKEN_SECRET: is missing");
    }

    @Test
    void refusesHalfADatabase() {
        assertThat(faults("TENANCY_DB_URL", "jdbc:postgresql://db/x", "TENANCY_TOKEN_SECRET", SECRET))
                .satisfiesExactly(
                        user -> assertThat(user).startsWith("TENANCY_DB_USER: is missing, and TENANCY_DB_URL needs it"),
                        password -> assertThat(password).startsWith("TENANCY_DB_PASSWORD: is missing"));
        assertThat(faults("TENANCY_DB_USER", "app", "TENANCY_DB_PASSWORD", "hush"))
                .singleElement()
                .asString()
                .startsWith("TENANCY_DB_URL: is missing, and TENANCY_DB_USER needs it")
                .doesNotContain("hush");
        assertThat(faults(with(DATABASE, "TENANCY_TOKEN_SECRET", SECRET, "TENANCY_DB_MIGRATOR_USER", "m")))
                .singleElement()
                .asString()
                .startsWith("TENANCY_DB_MIGRATOR_PASSWORD: is missing");
        assertThat(faults(with(DATABASE, "TENANCY_TOKEN_SECRET", SECRET, "TENANCY_DB_MIGRATOR_PASSWORD", "m")))
                .singleElement()
                .asString()
                .startsWith("TENANCY_DB_MIGRATOR_USER: is missing");
    }

    @Test
    void takesProvidersWithAnAudienceAlone() {
        String issuer = "https://login.example/realms/calls";
        AppConfig config = read(
                "TENANCY_OIDC_ISSUER", issuer + ", http://127.0.0.1:9/x", "TENANCY_OIDC_AUDIENCE", "tenancy,calls");
        assertThat(config.tokens().providers())
                .containsExactly(
                        new OidcSettings(issuer, Set.of("tenancy", "calls")),
                        new OidcSettings("http://127.0.0.1:9/x", Set.of("tenancy", "calls")));
        assertThat(faults("TENANCY_OIDC_ISSUER", issuer))
                .singleElement()
                .asString()
                .startsWith("TENANCY_OIDC_AUDIENCE: is missing, and TENANCY_OIDC_ISSUER needs it");
        assertThat(faults("TENANCY_OIDC_AUDIENCE", "tenancy"))
                .singleElement()
                .asString()
                .startsWith("TENANCY_OIDC_ISSUER: is missing");
        assertThat(faults(
                        "TENANCY_OIDC_ISSUER", issuer,
                        "TENANCY_OIDC_AUDIENCE", "tenancy",
                        "TENANCY_TOKEN_ISSUER", issuer))
                .singleElement()
                .asString()
                .startsWith("TENANCY_OIDC_ISSUER: has " + issuer + ", which is TENANCY_TOKEN_ISSUER too");
        for (String wrong : List.of("http://login.example", "login.example", "https://login.example/?x=1", "*")) {
            assertThat(faults("TENANCY_OIDC_ISSUER", wrong, "TENANCY_OIDC_AUDIENCE", "tenancy"))
                    .singleElement()
                    .asString()
                    .startsWith("TENANCY_OIDC_ISSUER: must be the https address");
        }
    }

    @Test
    void refusesTwoPlacesForTheData() {
        assertThat(faults(with(DATABASE, "TENANCY_TOKEN_SECRET", SECRET, "TENANCY_STORE", "memory")))
                .containsExactly("TENANCY_STORE: memory contradicts TENANCY_DB_URL; unset one of them");
    }

    @Test
    void anEmptyVariableIsNone() {
        assertThat(read("TENANCY_DB_URL", "", "TENANCY_PORT", " ").store()).isInstanceOf(StoreConfig.Embedded.class);
    }

    @Test
    void warnsOfAVariableThatIsProbablyMisspelt() {
        assertThat(read("TENANCY_PROT", "1", "TENANCY_SOMETHING_OF_ANOTHER", "x", "TENANCY_JAVA_HOME", "/jdk")
                        .warnings())
                .containsExactly(
                        "TENANCY_PROT: there is no such setting; did you mean TENANCY_PORT?",
                        "TENANCY_SOMETHING_OF_ANOTHER: there is no such setting");
    }

    @Test
    void neverShowsAPassword() {
        assertThat(read(with(DATABASE, "TENANCY_TOKEN_SECRET", SECRET)).toString())
                .doesNotContain("hush")
                .doesNotContain(SECRET);
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static AppConfig read(String... namesAndValues) {
        return AppConfig.read(environment(namesAndValues));
    }

    private static List<String> faults(String... namesAndValues) {
        return catchThrowableOfType(ConfigException.class, () -> read(namesAndValues))
                .faults();
    }

    private static Map<String, String> environment(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }
}
