package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Going on without the identity provider: {@code /token/refresh}. */
interface SessionTopic extends ApiTopic {
    private Reply open(Api.Room room, Api.Person person) {
        return api().post(person.token(), room.path + "/switch", "{\"refresh\":true}")
                .ok(200);
    }

    private Reply refresh(String token) {
        return api().request("POST", "/api/v1/token/refresh")
                .json("{\"refresh_token\":\"" + token + "\"}")
                .send();
    }

    @Test
    default void aSwitchBringsARefreshTokenWhereAsked() {
        // Counted from the proof of identity, which tells the time in whole seconds.
        Instant begun = api().clock.instant().minusSeconds(1).plus(Duration.ofHours(12));
        Api.Room room = api().room();
        Reply opened = open(room, room.founder);
        assertThat(opened.text("refresh_token")).matches("tnr_[A-Za-z0-9_-]{107}");
        assertThat(Instant.parse(opened.text("refresh_expires_at")))
                .isBetween(begun, api().clock.instant().plus(Duration.ofHours(12)));
        for (String body : List.of("", "{}", "{\"refresh\":false}")) {
            Reply plain = api().post(room.admin, room.path + "/switch", body).ok(200);
            assertThat(plain.json().has("refresh_token")).isFalse();
            assertThat(plain.json().has("refresh_expires_at")).isFalse();
        }
        for (String body : List.of("{\"refresh\":1}", "{\"refresh\":\"true\"}", "{\"refresh\":null}")) {
            api().post(room.admin, room.path + "/switch", body).invalid("/refresh");
        }
    }

    @Test
    default void aRefreshBringsTokensForTheSameTenant() {
        Api.Room room = api().room();
        Api.Person bob = room.add("member");
        Reply opened = open(room, bob);
        api().post(bob.token(), "/api/v1/tenants", "{\"name\":\"Elsewhere\"}").ok(201);
        api().clock.advance(Duration.ofMinutes(2));
        Reply next = refresh(opened.text("refresh_token")).ok(200);
        assertThat(next.text("token_type")).isEqualTo("Bearer");
        assertThat(next.text("refresh_expires_at")).isEqualTo(opened.text("refresh_expires_at"));
        assertThat(next.text("refresh_token")).isNotEqualTo(opened.text("refresh_token"));
        DecodedJWT first = JWT.decode(opened.text("token"));
        DecodedJWT second = JWT.decode(next.text("token"));
        assertThat(second.getClaim("tenant_id").asString()).isEqualTo(room.id);
        assertThat(second.getClaim("auth_time").asLong())
                .isEqualTo(first.getClaim("auth_time").asLong());
        assertThat(second.getExpiresAtAsInstant()).isAfter(first.getExpiresAtAsInstant());
        assertThat(api().get(next.text("token"), "/api/v1/tenant").ok(200).text("id"))
                .isEqualTo(room.id);
        refresh(next.text("refresh_token")).ok(200);
    }

    @Test
    default void aTokenThatIsUsedAgainEndsWhatWasHadWithIt() {
        Api.Room room = api().room();
        Api.Person bob = room.add("member");
        String proof = bob.token(); // one of a later second would be a new proof
        String stolen = open(room, bob).text("refresh_token");
        Reply thiefs = refresh(stolen).ok(200);
        Reply switched = api().post(thiefs.text("token"), room.path + "/switch", "{\"refresh\":true}")
                .ok(200);
        Reply reused = refresh(stolen).problem(401, "invalid_refresh_token");
        assertThat(reused.header("www-authenticate")).startsWith("Bearer realm=\"tenancy\", error=\"invalid_token\"");
        for (Reply reply : List.of(thiefs, switched)) {
            refresh(reply.text("refresh_token")).problem(401, "invalid_refresh_token");
            api().get(reply.text("token"), room.path).problem(401, "signed_out");
            api().post(reply.text("token"), room.path + "/switch", "").problem(401, "signed_out");
        }
        api().get(proof, "/api/v1/me").problem(401, "signed_out");
        assertThat(api().get(room.admin, room.path + "/audit").ok(200).items("action"))
                .contains("session.reused");
    }

    @Test
    default void whoMayNoLongerActGetsNoToken() {
        Api.Room room = api().room();
        Api.Person bob = room.add("admin");
        Reply opened = open(room, bob);
        api().patch(room.admin, room.member(bob), "{\"role\":\"viewer\"}").ok(200);
        Reply demoted = refresh(opened.text("refresh_token")).ok(200);
        assertThat(JWT.decode(demoted.text("token")).getClaim("role").asString())
                .isEqualTo("viewer");
        room.suspend();
        refresh(demoted.text("refresh_token")).problem(403, "tenant_suspended");
        api().patch(api().operator().token(), room.path, "{\"status\":\"active\"}")
                .ok(200);
        String last = refresh(demoted.text("refresh_token")).ok(200).text("refresh_token");
        api().delete(room.admin, room.member(bob)).ok(204);
        refresh(last).problem(401, "invalid_refresh_token");
        String anas = open(room, room.founder).text("refresh_token");
        api().delete(room.admin, room.path).ok(204);
        refresh(anas).problem(403, "access_revoked");
    }

    @Test
    default void signingOutEndsIt() {
        Api.Room room = api().room();
        String token = open(room, room.founder).text("refresh_token");
        api().post(room.admin, SignOutTopic.SIGN_OUT, "").ok(204);
        refresh(token).problem(401, "invalid_refresh_token");
    }

    @Test
    default void whatIsNoRefreshTokenIsRefused() {
        Api.Room room = api().room();
        String token = open(room, room.founder).text("refresh_token");
        Api.Room elsewhere = api().room();
        String other = open(elsewhere, elsewhere.founder).text("refresh_token");
        for (String wrong :
                List.of("", "x", "tnr_", token + "A", token.substring(1), room.admin, "\\u0000", "\\ud800")) {
            assertThat(refresh(wrong).status()).as(wrong).isIn(400, 401);
        }
        // Another session's secret under this session's names.
        refresh(token.substring(0, 68) + other.substring(68)).problem(401, "invalid_refresh_token");
        TestRequest request = api().request("POST", "/api/v1/token/refresh");
        request.json("{}").send().invalid("/refresh_token");
        api().request("POST", "/api/v1/token/refresh")
                .json("{\"refresh_token\":5}")
                .send()
                .invalid("/refresh_token");
        api().request("POST", "/api/v1/token/refresh")
                .json("{\"refresh_token\":\"" + token + "\",\"tenant_id\":\"" + room.id + "\"}")
                .send()
                .invalid("/tenant_id");
        api().request("POST", "/api/v1/token/refresh").json("").send().invalid("");
        api().request("GET", "/api/v1/token/refresh").send().problem(405, "method_not_allowed");
    }

    @Test
    default void aTenantTokenRenewsItselfUntilItsSessionEnds() {
        Api.Room room = api().room();
        String first = room.founder.in(room.id);
        String token = first;
        for (int hours = 1; hours <= 24; hours++) {
            api().clock.advance(Duration.ofMinutes(30));
            Reply next = api().post(token, room.path + "/switch", "");
            if (hours == 24) {
                next.problem(401, "invalid_token");
            } else {
                token = next.ok(200).text("token");
            }
        }
        DecodedJWT last = JWT.decode(token);
        assertThat(last.getExpiresAtAsInstant())
                .isEqualTo(last.getClaim("session_exp").asInstant())
                .isEqualTo(JWT.decode(first).getIssuedAtAsInstant().plus(Duration.ofHours(12)));
        api().post(room.founder.token(), room.path + "/switch", "").ok(200);
    }
}
