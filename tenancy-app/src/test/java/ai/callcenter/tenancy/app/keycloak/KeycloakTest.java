package ai.callcenter.tenancy.app.keycloak;

import static ai.callcenter.tenancy.app.keycloak.ServerBehindKeycloak.AUDIENCE;
import static ai.callcenter.tenancy.app.keycloak.ServerBehindKeycloak.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.server.Client;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server behind a real Keycloak, all over HTTP: what {@code docs/identity-providers.md} says of it. Keycloak, 177
 * MB, is fetched by the Maven profile {@code with-keycloak}.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Keycloak is kept on a leash of bash.")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    @AutoClose
    static Keycloak keycloak;

    @AutoClose
    static AppProcess server;

    static Realm realm;

    @BeforeAll
    static void start() throws Exception {
        String home = System.getProperty("keycloak.home", "");
        assumeTrue(!home.isEmpty(), "Keycloak is not here: ./tenancy test --with-keycloak");
        keycloak = Keycloak.start(Path.of(home), folder.resolve("keycloak.log"));
        realm = new Realm(keycloak);
        server = ServerBehindKeycloak.start(folder, realm.issuer());
    }

    @Test
    void theFirstTokenOfAPersonMakesTheUser() throws Exception {
        JsonNode ana = ok(with(realm.token("ana")).get("/api/v1/me"), 200);
        assertThat(ana.path("email").asText()).isEqualTo("ana@acme.example");
        assertThat(ana.path("name").asText()).isEqualTo("Ana Alonso");
        assertThat(ana.path("role").asText()).isEqualTo("user");

        assertThat(ok(with(realm.token("ana")).get("/api/v1/me"), 200)).isEqualTo(ana);
        assertThat(ok(with(realm.token("bob")).get("/api/v1/me"), 200).path("id"))
                .isNotEqualTo(ana.path("id"));
    }

    @Test
    void anotherServiceVerifiesTheTenantTokenByThePublishedKeys() throws Exception {
        String identity = realm.token("ana");
        JsonNode tenant = ok(with(identity).post("/api/v1/tenants", "{\"name\":\"Acme Support\"}"), 201);
        String id = tenant.path("id").asText();
        JsonNode switched = ok(with(identity).post("/api/v1/tenants/" + id + "/switch", ""), 200);
        String token = switched.path("token").asText();
        assertThat(ok(with(token).get("/api/v1/tenant"), 200).path("id").asText())
                .isEqualTo(id);

        String jwks = Client.anybody(server).get("/.well-known/jwks.json").body();
        DecodedJWT seen = new OtherService(ISSUER, AUDIENCE, jwks).verify(token);
        assertThat(seen.getType()).isEqualTo("tenancy+jwt");
        assertThat(seen.getAlgorithm()).isEqualTo("RS256");
        assertThat(seen.getKeyId())
                .isEqualTo(JSON.readTree(jwks).at("/keys/0/kid").asText());
        assertThat(seen.getIssuer()).isEqualTo(ISSUER);
        assertThat(seen.getAudience()).containsExactly(AUDIENCE);
        assertThat(seen.getExpiresAtAsInstant())
                .isEqualTo(Instant.parse(switched.path("expires_at").asText()))
                .isAfter(Instant.now());
        assertThat(seen.getClaim("tenant_id").asString()).isEqualTo(id);
        assertThat(seen.getClaim("email").asString()).isEqualTo("ana@acme.example");
        assertThat(seen.getClaim("role").asString()).isEqualTo("admin");

        // Keycloak's token names nobody's tenant, and is for the tenancy server alone.
        assertThatThrownBy(() -> new OtherService(ISSUER, AUDIENCE, jwks).verify(identity))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("no key");
    }

    @Test
    void anAddressThatKeycloakHasNotVerifiedIsRefused() throws Exception {
        HttpResponse<String> refusal = with(realm.token("eve")).get("/api/v1/me");
        assertThat(ok(refusal, 403).path("code").asText()).isEqualTo("email_not_verified");
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() throws Exception {
        String foreign = realm.signIn("ana", "wiki").path("access_token").asText();
        refused(with(foreign).get("/api/v1/me"), "The token is meant for another audience");

        String forTheClient = realm.signIn("ana", "console").path("id_token").asText();
        refused(with(forTheClient).get("/api/v1/me"), "The token is meant for another audience");

        String forNobody = realm.signIn("ana", "admin-cli").path("access_token").asText();
        refused(with(forNobody).get("/api/v1/me"), "The claim aud is missing, of the wrong type or out of bounds");
    }

    @Test
    void aNewKeyCountsWithoutARestart() throws Exception {
        String before = realm.token("ana");
        realm.rotateKey();
        String after = realm.token("ana");
        assertThat(kid(after)).isNotEqualTo(kid(before));

        // Nothing but the unknown key makes the server ask again so soon: its usual round is five minutes away.
        AppProcess.await("a token under the new key is accepted", () -> status(after) == 200);
        assertThat(status(before)).isEqualTo(200);
        assertThat(server.err()).isEmpty();
    }

    @Test
    void signingOutHereEndsKeycloaksTokenToo() throws Exception {
        String token = realm.token("bob");
        ok(with(token).get("/api/v1/me"), 200);
        assertThat(with(token).post("/api/v1/me/sign-out", "").statusCode()).isEqualTo(204);

        HttpResponse<String> refusal = with(token).get("/api/v1/me");
        assertThat(ok(refusal, 401).path("code").asText()).isEqualTo("signed_out");
        // Times in tokens are whole seconds.
        AppProcess.await("whoever signs in again is back", () -> status(realm.token("bob")) == 200);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void knownKeysGoOnWhileKeycloakIsAway() throws Exception {
        String token = realm.token("ana");
        // A rotation a moment ago may still be on its way here.
        AppProcess.await("the present key is known", () -> status(realm.token("bob")) == 200);
        keycloak.close();

        assertThat(status(token)).isEqualTo(200);
        String foreign = JWT.create()
                .withKeyId("unknown")
                .withIssuer(realm.issuer())
                .withAudience("tenancy")
                .withSubject("ana")
                .withClaim("email", "ana@acme.example")
                .withClaim("email_verified", true)
                .withIssuedAt(Instant.now())
                .withExpiresAt(Instant.now().plus(Duration.ofMinutes(5)))
                .sign(Algorithm.RSA256(null, ServerBehindKeycloak.newKey()));
        refused(with(foreign).get("/api/v1/me"), "The token names no key, or one that is not known");
        AppProcess.await("the outage is told", () -> server.err().contains("cannot be had: "));
        assertThat(server.err()).contains(realm.issuer(), "no connection", "Keys known so far go on");
        assertThat(status(token)).isEqualTo(200);
    }

    private static Client with(String token) {
        return Client.bearing(server, token);
    }

    private static int status(String token) {
        try {
            return with(token).get("/api/v1/me").statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode ok(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static void refused(HttpResponse<String> response, String detail) throws Exception {
        JsonNode problem = ok(response, 401);
        assertThat(problem.path("code").asText()).isEqualTo("invalid_token");
        assertThat(problem.path("detail").asText()).isEqualTo(detail);
    }

    private static String kid(String token) {
        return JWT.decode(token).getKeyId();
    }
}
