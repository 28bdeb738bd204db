package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Signing out everywhere. */
interface SignOutTopic extends ApiTopic {
    String SIGN_OUT = "/api/v1/me/sign-out";

    private Reply signOut(String token) {
        return api().post(token, SIGN_OUT, "");
    }

    private void signedOut(Reply reply) {
        assertThat(reply.problem(401, "signed_out").header("www-authenticate"))
                .startsWith("Bearer realm=\"tenancy\", error=\"invalid_token\", error_description=\"");
    }

    @Test
    default void everyTokenOfTheUserEnds() {
        Api.Room room = api().room();
        String identity = room.founder.token();
        String tenant = room.admin;
        signOut(tenant).ok(204);
        signedOut(api().get(identity, "/api/v1/me"));
        signedOut(api().get(identity, "/api/v1/tenants"));
        signedOut(api().post(identity, "/api/v1/tenants", "{\"name\":\"New\"}"));
        signedOut(api().post(identity, room.path + "/switch", ""));
        signedOut(api().get(tenant, "/api/v1/tenant"));
        signedOut(api().patch(tenant, room.path, "{\"name\":\"New\"}"));
        signedOut(api().post(tenant, room.path + "/switch", "{\"refresh\":true}"));
        signedOut(signOut(identity));
    }

    @Test
    default void whoSignsInAgainIsBack() {
        Api.Room room = api().room();
        signOut(room.founder.token()).ok(204);
        api().clock.advance(Duration.ofSeconds(1));
        String token = room.founder.in(room.id);
        api().get(token, "/api/v1/tenant").ok(200);
        signedOut(api().get(room.admin, "/api/v1/tenant"));
    }

    @Test
    default void othersStaySignedIn() {
        Api.Room room = api().room();
        String viewer = room.tokenOf("viewer");
        signOut(room.admin).ok(204);
        api().get(viewer, "/api/v1/tenant").ok(200);
    }

    @Test
    default void anIdentityTokenWithoutATimeEndsForGood() {
        String email = "eva." + Api.unique() + "@people.example";
        String undated = JWT.create()
                .withIssuer("tenancy")
                .withAudience("tenancy")
                .withSubject("sub-" + email)
                .withClaim("email", email)
                .withExpiresAt(api().clock.instant().plusSeconds(600))
                .sign(Algorithm.HMAC256(Api.SECRET));
        api().get(undated, "/api/v1/me").ok(200);
        signOut(undated).ok(204);
        signedOut(api().get(undated, "/api/v1/me"));
        api().clock.advance(Duration.ofSeconds(2));
        signedOut(api().get(undated, "/api/v1/me"));
    }
}
