package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is calling: tokens, and the users behind them. */
interface AuthenticationTopic extends ApiTopic {
    String NOBODY = "/api/v1/tenants/00000000-0000-4000-8000-000000000000";

    /** Every route of the API, with a path to it. */
    List<String> ROUTES = List.of(
            "GET /api/v1/tenant",
            "PATCH /api/v1/tenant",
            "GET /api/v1/tenant/users/count",
            "GET /api/v1/tenants",
            "POST /api/v1/tenants",
            "GET " + NOBODY,
            "PATCH " + NOBODY,
            "DELETE " + NOBODY,
            "POST " + NOBODY + "/switch",
            "GET " + NOBODY + "/members",
            "POST " + NOBODY + "/members",
            "GET " + NOBODY + "/members/a@b.example",
            "PATCH " + NOBODY + "/members/a@b.example",
            "DELETE " + NOBODY + "/members/a@b.example",
            "GET " + NOBODY + "/configs",
            "GET " + NOBODY + "/configs/key",
            "PUT " + NOBODY + "/configs/key",
            "DELETE " + NOBODY + "/configs/key",
            "GET " + NOBODY + "/audit",
            "GET /api/v1/me",
            "POST /api/v1/me/sign-out");

    @Test
    default void everyRouteNeedsAToken() {
        for (String route : ROUTES) {
            String[] parts = route.split(" ");
            Reply reply = api().request(parts[0], parts[1]).send().problem(401, "missing_token");
            assertThat(reply.header("www-authenticate")).isEqualTo("Bearer realm=\"tenancy\"");
            if (parts[0].equals("GET")) {
                Reply head = api().request("HEAD", parts[1]).send();
                assertThat(head.status()).isEqualTo(401);
                assertThat(head.body()).isEmpty();
            }
        }
    }

    @Test
    default void aTokenThatDoesNotVerifyIsRefused() {
        String good = api().person("Ana").token();
        for (String bad : List.of("", "x", "a.b.c", good + "x", good.substring(1), good.replace('.', ' '))) {
            Reply reply = api().get(bad, "/api/v1/me").problem(401, "invalid_token");
            assertThat(reply.header("www-authenticate"))
                    .startsWith("Bearer realm=\"tenancy\", error=\"invalid_token\", error_description=\"");
        }
        String forged = identity("x", "x@people.example").sign(Algorithm.HMAC256("another secret of thirty-two bytes"));
        api().get(forged, "/api/v1/me").problem(401, "invalid_token");
    }

    @Test
    default void oneBearerTokenInTheHeaderIsTheOnlyWay() {
        String token = api().person("Ana").token();
        api().request("GET", "/api/v1/me")
                .header("Authorization", "bearer " + token)
                .send()
                .ok(200);
        api().request("GET", "/api/v1/me?access_token=" + token).send().problem(401, "missing_token");
        api().request("GET", "/api/v1/me")
                .header("Cookie", "token=" + token)
                .send()
                .problem(401, "missing_token");
        for (String other : List.of("Basic " + token, token, "Bearer", "Token " + token)) {
            api().request("GET", "/api/v1/me")
                    .header("Authorization", other)
                    .send()
                    .problem(401, "invalid_token");
        }
        api().request("GET", "/api/v1/me").token(token).token(token).send().problem(401, "invalid_token");
    }

    @Test
    default void aTokenEndsWhenItSaidItWould() {
        Api.Room room = api().room();
        String identity = room.founder.token();
        api().get(room.admin, "/api/v1/tenant").ok(200);
        api().clock.advance(Api.TTL.minus(Duration.ofMinutes(1)));
        api().get(room.admin, "/api/v1/tenant").ok(200);
        api().clock.advance(Duration.ofMinutes(1));
        api().get(room.admin, "/api/v1/tenant").problem(401, "invalid_token");
        api().get(identity, "/api/v1/me").problem(401, "invalid_token");
    }

    @Test
    default void theFirstTokenMakesTheUser() {
        Api.Person ana = api().person("Ana");
        Reply first = api().get(ana.token(), "/api/v1/me").ok(200);
        assertThat(first.text("email")).isEqualTo(ana.email());
        assertThat(first.text("name")).isEqualTo("Ana");
        assertThat(first.text("role")).isEqualTo("user");
        assertThat(first.json().get("current_tenant_id").isNull()).isTrue();
        assertThat(first.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(api().get(ana.token(), "/api/v1/me").text("id")).isEqualTo(first.text("id"));
    }

    @Test
    default void whoWasAddedByEmailTakesTheUserOver() {
        Api.Room room = api().room();
        Api.Person bob = api().person("Bob");
        Reply added = room.add(bob, "viewer").ok(201);
        assertThat(api().get(bob.token(), "/api/v1/me").text("id")).isEqualTo(added.text("user_id"));
    }

    @Test
    default void anEmailOfAnotherLetterCaseIsTheSame() {
        String email = "Cara." + Api.unique() + "@People.Example";
        String token = identity("sub-" + email, email).sign(Algorithm.HMAC256(Api.SECRET));
        assertThat(api().get(token, "/api/v1/me").ok(200).text("email"))
                .isEqualTo(email.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    default void aFirstSignInNeedsAVerifiedEmail() {
        String email = "dan." + Api.unique() + "@people.example";
        var unverified = identity("sub-" + email, email).withClaim("email_verified", false);
        api().get(unverified.sign(Algorithm.HMAC256(Api.SECRET)), "/api/v1/me").problem(403, "email_not_verified");
        var verified = identity("sub-" + email, email).withClaim("email_verified", true);
        api().get(verified.sign(Algorithm.HMAC256(Api.SECRET)), "/api/v1/me").ok(200);
    }

    @Test
    default void anEmailBelongsToOneIdentity() {
        Api.Person eva = api().person("Eva");
        api().get(eva.token(), "/api/v1/me").ok(200);
        String other = identity("sub-other-" + eva.email(), eva.email()).sign(Algorithm.HMAC256(Api.SECRET));
        api().get(other, "/api/v1/me").problem(409, "email_taken");
    }

    @Test
    default void aTokenWithoutAUsableEmailNamesNobody() {
        String token = identity("sub-" + Api.unique(), "no address").sign(Algorithm.HMAC256(Api.SECRET));
        api().get(token, "/api/v1/me").problem(401, "invalid_token");
    }

    private JWTCreator.Builder identity(String subject, String email) {
        return JWT.create()
                .withIssuer("tenancy")
                .withAudience("tenancy")
                .withSubject(subject)
                .withClaim("email", email)
                .withExpiresAt(api().clock.instant().plusSeconds(600));
    }
}
