package ai.callcenter.tenancy.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.fuzz.Wire;
import ai.callcenter.tenancy.http.token.Forge;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens and headers that no client sends by accident, on the wire: refused as a problem, never served. */
interface HostileTokenTopic extends ApiTopic {

    @Test
    default void aForgedHeaderIsRefused() throws IOException {
        String good = api().person("Ana").token();
        String payload = good.split("\\.")[1];
        for (String header : List.of(
                "{\"alg\":\"none\"}",
                "{\"alg\":\"NONE\",\"typ\":\"JWT\"}",
                "{\"alg\":\"nOnE\"}",
                "{\"alg\":\"HS256\",\"kid\":\"../../../../dev/null\"}",
                "{\"alg\":\"HS256\",\"kid\":\"' UNION SELECT 'x' --\"}",
                "{\"alg\":\"HS256\",\"kid\":\"%s\"}".formatted("k".repeat(1_500)),
                "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
                "{\"alg\":\"HS256\",\"jku\":\"http://127.0.0.1:%d/x\"}".formatted(api().port()),
                "{\"alg\":\"HS256\",\"x5u\":\"http://127.0.0.1:%d/x\"}".formatted(api().port()),
                "{\"alg\":\"HS256\",\"x5c\":[\"MIIB\"]}",
                "{\"alg\":\"HS256\",\"crit\":[\"tenancy\"],\"tenancy\":1}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":\"dpop+jwt\"}",
                "{\"alg\":\"HS512\"}",
                "{\"alg\":\"RS256\"}")) {
            String signed = Forge.hs256(
                    Api.SECRET.getBytes(UTF_8),
                    header.getBytes(UTF_8),
                    Base64.getUrlDecoder().decode(payload));
            String unsigned = signed.substring(0, signed.lastIndexOf('.'));
            for (String token : List.of(signed, unsigned + ".", unsigned, unsigned + ".AAAA")) {
                refused(401, "Authorization: Bearer " + token);
            }
        }
    }

    @Test
    default void whatTwoReadersCouldTakeForTwoCallersIsRefused() throws IOException {
        String ana = api().person("Ana").token();
        String bob = api().person("Bob").token();
        String line = "\r\nAuthorization: Bearer ";
        for (String headers : List.of(
                "Authorization: Bearer " + ana + line + bob,
                "Authorization: Bearer " + ana + line + ana,
                "Authorization: Bearer " + ana + line + "x",
                "Authorization: Bearer x" + line + ana,
                "Authorization: Basic QTpC" + line + ana,
                "Authorization:" + line + ana,
                "AUTHORIZATION: Bearer " + ana + line + bob,
                "Authorization: Bearer " + ana + ", Bearer " + bob,
                "Authorization: Bearer " + ana + "," + bob,
                "Authorization: Bearer " + ana + " " + bob,
                "Authorization: Bearer Bearer " + ana,
                "Authorization: Bearer\t" + ana,
                "Authorization: Bearer=" + ana,
                "Authorization: Bearer \"" + ana + "\"",
                "Authorization: Bearer token=" + ana,
                "Authorization: " + ana,
                "Authorization: Bearer " + ana + "\u00a0",
                "Authorization: Bearer " + ana + ";",
                "Authorization: Bear\u00e9r " + ana,
                "Authorization: B\u0307earer " + ana)) {
            refused(401, headers);
        }
        for (String headers : List.of(
                "Authorization : Bearer " + ana,
                "Authorization\0: Bearer " + ana,
                "Authorization: Bearer " + ana + "\0",
                "Authorization: Bearer\r\n " + ana,
                "Authorization: Bearer " + ana + "\r\n x")) {
            refused(400, headers);
        }
    }

    @Test
    default void theSchemeIsOfAnyLetterCase() throws IOException {
        String ana = api().person("Ana").token();
        for (String scheme : List.of("bearer", "BEARER", "bEaReR")) {
            assertThat(get("/api/v1/me", "authorization: " + scheme + " " + ana).status())
                    .isEqualTo(200);
        }
    }

    @Test
    default void aTokenElsewhereIsNoToken() throws IOException {
        String ana = api().person("Ana").token();
        for (String name : List.of("access_token", "token", "bearer", "authorization", "Authorization", "jwt")) {
            Wire.Response query = get("/api/v1/me?" + name + "=" + ana, "X: y");
            assertThat(query.status()).as(name).isEqualTo(401);
            assertThat(query.text()).contains("missing_token").doesNotContain(ana);
            refused(401, "Cookie: " + name + "=" + ana);
        }
        for (String name : List.of(
                "Proxy-Authorization",
                "X-Authorization",
                "X-Access-Token",
                "X-Forwarded-Authorization",
                "X-Auth-Token")) {
            refused(401, name + ": Bearer " + ana);
        }
    }

    @Test
    default void howeverLongItIs() throws IOException {
        refused(401, "Authorization: Bearer " + "a".repeat(4_097));
        refused(401, "Authorization: Bearer " + ".".repeat(7_000));
        refused(431, "Authorization: Bearer " + "a".repeat(20_000));
        refused(431, "Authorization: Bearer " + "a".repeat(1 << 20));
        Wire.Response query = get("/api/v1/me?access_token=" + "a".repeat(1 << 20), "X: y");
        assertThat(query.status()).isEqualTo(414);
        // And the server goes on.
        theSchemeIsOfAnyLetterCase();
    }

    private void refused(int status, String headers) throws IOException {
        Wire.Response response = get("/api/v1/me", headers);
        String request = headers.length() > 500 ? headers.substring(0, 500) + "…" : headers;
        assertThat(response.status()).as(request).isEqualTo(status);
        assertThat(response.headers())
                .as(request)
                .contains(Map.entry("content-type", List.of("application/problem+json")));
        if (status == 401) {
            assertThat(response.headers().get("www-authenticate")).as(request).hasSize(1);
        }
    }

    private Wire.Response get(String target, String headers) throws IOException {
        String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n";
        try (Wire wire = new Wire(api().port())) {
            return wire.exchange(request.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), false);
        }
    }
}
