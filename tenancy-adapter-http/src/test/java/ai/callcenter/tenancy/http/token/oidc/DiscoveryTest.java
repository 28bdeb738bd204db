package ai.callcenter.tenancy.http.token.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the issuer to its keys, and what a provider may not answer on the way. */
class DiscoveryTest {
    private final FakeProvider provider = new FakeProvider();
    private final Warnings warnings = new Warnings(provider.issuer());

    @AfterEach
    void close() {
        warnings.close();
        provider.close();
    }

    /** The keys after one round, of an issuer with this at its end. */
    private KeySet keys(String end) {
        String issuer = provider.issuer() + end;
        try (OidcProviders providers = Quick.once(new OidcSettings(issuer, Set.of("a")))) {
            return Objects.requireNonNull(providers.find(issuer)).keys();
        }
    }

    private void nothingBecause(String warning) {
        assertThat(keys("").isEmpty()).isTrue();
        assertThat(warnings.lines())
                .singleElement()
                .asString()
                .contains(warning)
                .startsWith("WARNING");
    }

    private void publishOne() {
        provider.publish(FakeKey.RSA.jwk("rsa", ""));
    }

    @Test
    void findsTheKeys() {
        provider.publish(
                FakeKey.RSA.jwk("rsa", ""), "7", "null", "{\"kty\":\"oct\",\"k\":\"AA\"}", FakeKey.P256.jwk("ec", ""));

        assertThat(keys("").named("rsa")).hasSize(1);
        assertThat(keys("").named("ec")).hasSize(1);
        assertThat(keys("").named("other")).isEmpty();
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void anIssuerWithASlashAtItsEnd() {
        publishOne();
        provider.describe(FakeProvider.document(provider.issuer() + "/", provider.issuer() + "/keys"));

        assertThat(keys("/").named("rsa")).hasSize(1);
        nothingBecause("it names another issuer, \"" + provider.issuer() + "/\", and not exactly \"" + provider.issuer()
                + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"https://attacker.example\"", "7", "null", "\"\"", "\"a\\nWARNING b\""})
    void anotherIssuer(String named) {
        publishOne();
        provider.describe("{\"issuer\":" + named + ",\"jwks_uri\":\"" + provider.issuer() + "/keys\"}");

        nothingBecause("it names another issuer");
        assertThat(warnings.lines().getFirst()).doesNotContain("\n");
        assertThat(provider.asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "\"\"",
                "\"/keys\"",
                "\"http:keys\"",
                "\"ht tp://a/b\"",
                "\"file:///etc/passwd\"",
                "\"http://keys.example/keys\"",
                "\"http://127.0.0.1.example/keys\"",
                "\"https://user:word@keys.example/\""
            })
    void anAddressOfKeysThatIsNone(String uri) {
        provider.describe("{\"issuer\":\"" + provider.issuer() + "\",\"jwks_uri\":" + uri + "}");

        nothingBecause("its jwks_uri is no https address");
    }

    @Test
    void keysOfAnEncryptedIssuerComeEncrypted() {
        assertThat(ProviderUrl.endpoint("http://127.0.0.1:8080/keys", "https://login.example"))
                .isNull();
        assertThat(ProviderUrl.endpoint("http://login.example/keys", "https://login.example"))
                .isNull();
        assertThat(ProviderUrl.endpoint("https://keys.example/keys", "https://login.example"))
                .isNotNull();
        assertThat(ProviderUrl.endpoint("https://keys.example/keys", "http://localhost:8080"))
                .isNotNull();
    }

    /** The endpoints after one round, of a provider that says this of itself. */
    private ProviderEndpoints endpoints(String more) {
        publishOne();
        provider.describe("{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"%2$s}".formatted(provider.issuer(), more));
        try (OidcProviders providers = Quick.once(Quick.settings(provider))) {
            OidcProvider one = Objects.requireNonNull(providers.find(provider.issuer()));
            assertThat(one.keys().named("rsa")).hasSize(1);
            return one.endpoints();
        }
    }

    @Test
    void findsWhereToSignInAndOut() {
        ProviderEndpoints found = endpoints(
                ",\"authorization_endpoint\":\"https://login.example/auth?realm=a\","
                        + "\"token_endpoint\":\"http://localhost:1/token\",\"end_session_endpoint\":\"https://login.example/out\"");
        assertThat(found.authorization()).hasToString("https://login.example/auth?realm=a");
        assertThat(found.token()).hasToString("http://localhost:1/token");
        assertThat(found.endSession()).hasToString("https://login.example/out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "\"/auth\"",
                "\"javascript:alert(1)\"",
                "\"http://login.example/auth\"",
                "\"https://user:word@login.example/\"",
                "\"https://login.example/#a\"",
                "\"https://login.example; script-src *\""
            })
    void anEndpointThatIsNoneCostsNoKey(String uri) {
        assertThat(endpoints(",\"authorization_endpoint\":%1$s,\"token_endpoint\":%1$s,\"end_session_endpoint\":%1$s"
                        .formatted(uri)))
                .isEqualTo(ProviderEndpoints.NONE);
        assertThat(endpoints("")).isEqualTo(ProviderEndpoints.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        publishOne();
        AtomicInteger followed = new AtomicInteger();
        HttpHandler there = exchange -> {
            exchange.getResponseHeaders().add("Location", provider.issuer() + "/keys/elsewhere");
            if (exchange.getRequestURI().getPath().endsWith("elsewhere")) {
                followed.incrementAndGet();
            }
            FakeProvider.send(exchange, status, "");
        };
        provider.onKeys(there);

        nothingBecause("it answers with status " + status);
        assertThat(followed).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{\"keys\":[]}{}",
                "{\"keys\":[]",
                "{\"keys\":[],\"keys\":[]}",
                "{\"keys\":[{\"kid\":\"a\",\"kid\":\"b\"}]}",
                "{'keys':[]}"
            })
    void aSetThatIsNotOneJsonObject(String body) {
        provider.onKeys(exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            }
        });

        nothingBecause("it is not one JSON object");
    }

    @Test
    void aSetWithoutAList() {
        provider.answerKeys("{\"keys\":{}}");

        nothingBecause("it has no list of keys");
    }
}
