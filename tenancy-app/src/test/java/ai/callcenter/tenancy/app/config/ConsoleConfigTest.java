package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.callcenter.tenancy.http.ConsoleClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleConfigTest {
    private static final Map<String, String> PROVIDER = Map.of(
            "TENANCY_OIDC_ISSUER", "https://login.example",
            "TENANCY_OIDC_AUDIENCE", "tenancy",
            "TENANCY_CONSOLE_CLIENT_ID", "console");

    private static ConsoleConfig read(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("TENANCY_DATA_DIR", "/nowhere");
        return AppConfig.read(all).console();
    }

    private static List<String> faults(Map<String, String> settings) {
        return catchThrowableOfType(ConfigException.class, () -> read(settings)).faults();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(PROVIDER);
        settings.put(name, value);
        return settings;
    }

    @Test
    void itIsOnAndKnownToNobody() {
        assertThat(read(Map.of())).isEqualTo(new ConsoleConfig(true, null));
        assertThat(read(Map.of("TENANCY_CONSOLE", "off")).on()).isFalse();
    }

    @Test
    void itMayBeAClientOfTheProviders() {
        assertThat(read(PROVIDER).client()).isEqualTo(new ConsoleClient("console", "openid profile email", Map.of()));
        Map<String, String> more = with("TENANCY_CONSOLE_SCOPE", "openid api://tenancy/access");
        more.put("TENANCY_CONSOLE_PARAMETERS", "audience=https://tenancy.example.com?a=b, ui_locales=de en");
        assertThat(read(more).client())
                .isEqualTo(new ConsoleClient(
                        "console",
                        "openid api://tenancy/access",
                        Map.of("audience", "https://tenancy.example.com?a=b", "ui_locales", "de en")));
    }

    @Test
    void aClientNeedsAProvider() {
        assertThat(faults(Map.of("TENANCY_CONSOLE_CLIENT_ID", "console")))
                .singleElement()
                .asString()
                .startsWith("TENANCY_OIDC_ISSUER: is missing, and TENANCY_CONSOLE_CLIENT_ID needs it");
        assertThat(faults(Map.of("TENANCY_CONSOLE_PARAMETERS", "a=b")))
                .singleElement()
                .asString()
                .startsWith("TENANCY_CONSOLE_CLIENT_ID: is missing, and TENANCY_CONSOLE_PARAMETERS needs it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TENANCY_CONSOLE|yes|must be on or off",
                "TENANCY_CONSOLE_CLIENT_ID|käse|must be 1 to 255 ASCII characters",
                "TENANCY_CONSOLE_SCOPE|openid,email\"|must be names with one blank between them",
                "TENANCY_CONSOLE_SCOPE|openid  email|must be names with one blank between them",
                "TENANCY_CONSOLE_PARAMETERS|audience|has \"audience\": each is name=value",
                "TENANCY_CONSOLE_PARAMETERS|audience=|each is name=value",
                "TENANCY_CONSOLE_PARAMETERS|=b|each is name=value",
                "TENANCY_CONSOLE_PARAMETERS|a&b=c|each is name=value",
                "TENANCY_CONSOLE_PARAMETERS|a=b,a=c|has a twice",
                "TENANCY_CONSOLE_PARAMETERS|a=b,client_id=x|has client_id, which the console sets itself",
                "TENANCY_CONSOLE_PARAMETERS|redirect_uri=x|which the console sets itself",
                "TENANCY_CONSOLE_PARAMETERS|response_type=x|which the console sets itself",
                "TENANCY_CONSOLE_PARAMETERS|response_mode=x|which the console sets itself",
                "TENANCY_CONSOLE_PARAMETERS|scope=x|which the console sets itself",
                "TENANCY_CONSOLE_PARAMETERS|state=x|which the console sets itself",
                "TENANCY_CONSOLE_PARAMETERS|nonce=x|which the console sets itself",
                "TENANCY_CONSOLE_PARAMETERS|code_challenge=x|which the console sets itself",
                "TENANCY_CONSOLE_PARAMETERS|code_challenge_method=x|which the console sets itself",
            })
    void saysWhatIsWrong(String name, String value, String fault) {
        assertThat(faults(with(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + ": ")
                .contains(fault);
    }
}
