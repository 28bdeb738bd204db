package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Switching into a tenant. */
interface SwitchTopic extends ApiTopic {
    @Test
    default void aSwitchGivesATokenForTheTenant() {
        Api.Room room = api().room();
        Api.Person bob = room.add("viewer");
        Reply reply = api().post(bob.token(), room.path + "/switch", "").ok(200);
        assertThat(reply.text("token_type")).isEqualTo("Bearer");
        assertThat(reply.json().get("tenant").get("id").asText()).isEqualTo(room.id);
        assertThat(reply.json().get("tenant").get("role").asText()).isEqualTo("viewer");
        assertThat(reply.json().get("tenant").get("current").asBoolean()).isTrue();
        DecodedJWT token = JWT.decode(reply.text("token"));
        assertThat(token.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss",
                        "aud",
                        "sub",
                        "email",
                        "tenant_id",
                        "role",
                        "auth_time",
                        "session_exp",
                        "iat",
                        "exp",
                        "jti");
        assertThat(token.getClaim("tenant_id").asString()).isEqualTo(room.id);
        assertThat(token.getClaim("role").asString()).isEqualTo("viewer");
        assertThat(token.getClaim("email").asString()).isEqualTo(bob.email());
        assertThat(Instant.parse(reply.text("expires_at"))).isEqualTo(token.getExpiresAtAsInstant());
        assertThat(token.getExpiresAtAsInstant())
                .isEqualTo(token.getIssuedAtAsInstant().plus(Api.TTL).truncatedTo(ChronoUnit.SECONDS));
        Reply me = api().get(reply.text("token"), "/api/v1/me");
        assertThat(me.text("id")).isEqualTo(token.getSubject());
        assertThat(me.text("current_tenant_id")).isEqualTo(room.id);
    }

    @Test
    default void oneSwitchesFromOneTenantToAnother() {
        Api.Room first = api().room();
        Api.Room second = api().room();
        second.add(first.founder, "member").ok(201);
        String token =
                api().post(first.admin, second.path + "/switch", "").ok(200).text("token");
        assertThat(api().get(token, "/api/v1/tenant").text("id")).isEqualTo(second.id);
        assertThat(api().get(first.admin, "/api/v1/tenant").ok(200).text("id")).isEqualTo(first.id);
        assertThat(api().get(first.admin, "/api/v1/tenant").text("current")).isEqualTo("false");
    }

    @Test
    default void aTenantOfOthersAnswersLikeNone() {
        Api.Room room = api().room();
        Api.Room gone = api().room();
        api().delete(gone.admin, gone.path).ok(204);
        String token = api().person("Eve").token();
        Reply none =
                api().post(token, AuthenticationTopic.NOBODY + "/switch", "").problem(404, "tenant_not_found");
        for (String id : java.util.List.of(room.id, gone.id)) {
            Reply other = api().post(token, TenantsTopic.TENANTS + "/" + id + "/switch", "")
                    .problem(404, "tenant_not_found");
            assertThat(other.body().replace(id, "").replace(other.text("request_id"), ""))
                    .isEqualTo(none.body()
                            .replace("00000000-0000-4000-8000-000000000000", "")
                            .replace(none.text("request_id"), ""));
        }
        api().post(gone.founder.token(), gone.path + "/switch", "").problem(404, "tenant_not_found");
        api().post(api().operator().token(), room.path + "/switch", "").problem(404, "tenant_not_found");
    }

    @Test
    default void aSuspendedTenantCannotBeEntered() {
        Api.Room room = api().room();
        room.suspend();
        api().post(room.founder.token(), room.path + "/switch", "").problem(403, "tenant_suspended");
        api().post(api().person("Eve").token(), room.path + "/switch", "").problem(404, "tenant_not_found");
    }

    @Test
    default void aRefusedSwitchChangesNothing() {
        Api.Room room = api().room();
        Api.Room other = api().room();
        api().post(room.admin, other.path + "/switch", "").problem(404, "tenant_not_found");
        assertThat(api().get(room.admin, "/api/v1/me").text("current_tenant_id"))
                .isEqualTo(room.id);
    }

    @Test
    default void whoIsRemovedHasNoCurrentTenant() {
        Api.Room room = api().room();
        Api.Person bob = room.add("member");
        bob.in(room.id);
        api().delete(room.admin, room.member(bob)).ok(204);
        Reply me = api().get(bob.token(), "/api/v1/me").ok(200);
        assertThat(me.json().get("current_tenant_id").isNull()).isTrue();
    }
}
