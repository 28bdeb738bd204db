package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example",
                "http://localhost:3000",
                "https://127.0.0.1:8443",
                "https://xn--bcher-kva.example",
                "http://[::1]:3000"
            })
    void anOriginIsWhatABrowserSends(String origin) {
        assertThat(new ServerSettings("127.0.0.1", 0, Set.of(origin)).corsOrigins())
                .containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "app.example",
                "https://",
                "https://app.example/",
                "https://app.example/x",
                "https://app.example?x",
                "https://App.example",
                "HTTPS://app.example",
                "https://app.example:443",
                "http://app.example:80",
                "https://*.example",
                "https://a@app.example",
                "ftp://app.example",
                "https://app.example, https://b.example",
                "https://bücher.example"
            })
    void andNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerSettings("127.0.0.1", 0, Set.of(text)))
                .withMessageContaining("not an origin: " + text);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortHasItsRange(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerSettings("127.0.0.1", port))
                .withMessageContaining("" + port);
    }

    @Test
    void nobodyElsesPagesMayCallIfNotSaidOtherwise() {
        assertThat(new ServerSettings("127.0.0.1", 0).corsOrigins()).isEmpty();
    }
}
