package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who belongs to a tenant. */
interface MemberTopic extends ApiTopic {
    @Test
    default void aMemberIsAddedByEmail() {
        Api.Room room = api().room();
        String email = "new." + Api.unique() + "+tag@people.example";
        Reply added = api().post(
                        room.admin,
                        room.path + "/members",
                        "{\"email\":\"%s\"}".formatted(email.toUpperCase(java.util.Locale.ROOT)))
                .ok(201);
        List<String> fields = new ArrayList<>();
        added.json().fieldNames().forEachRemaining(fields::add);
        assertThat(fields).containsExactly("tenant_id", "user_id", "email", "name", "role", "joined_at");
        assertThat(added.text("tenant_id")).isEqualTo(room.id);
        assertThat(added.text("email")).isEqualTo(email);
        assertThat(added.text("role")).isEqualTo("member");
        assertThat(added.json().get("name").isNull()).isTrue();
        String location = String.valueOf(added.header("location"));
        assertThat(location)
                .isEqualTo(room.path + "/members/" + email.replace("+", "%2B").replace("@", "%40"));
        Reply found = api().get(room.admin, location).ok(200);
        assertThat(found.body()).isEqualTo(added.body());
        assertThat(found.etag()).isEqualTo(added.etag());
    }

    @Test
    default void theAnswerDoesNotTellWhetherSomebodyHasAnAccount() {
        Api.Room room = api().room();
        Api.Person known = api().person("Known");
        api().get(known.token(), "/api/v1/me").ok(200);
        Reply added = room.add(known, "viewer").ok(201);
        assertThat(added.json().get("name").isNull()).isTrue();
        known.in(room.id);
        assertThat(api().get(room.admin, room.member(known)).text("name")).isEqualTo("Known");
    }

    @Test
    default void nobodyIsAddedTwice() {
        Api.Room room = api().room();
        Api.Person bob = room.add("viewer");
        room.add(bob, "admin").problem(409, "already_member");
        assertThat(api().get(room.admin, room.member(bob)).text("role")).isEqualTo("viewer");
    }

    @Test
    default void aFullTenantTakesNobody() {
        Api.Room room = api().room();
        api().patch(api().operator().token(), room.path, "{\"max_users\":1}").ok(200);
        room.add(api().person("Late"), "viewer").problem(409, "seat_limit_reached");
        assertThat(api().get(room.admin, room.path + "/members").items("email")).hasSize(1);
    }

    @Test
    default void whoIsAddedHasAnEmailAndMayHaveARole() {
        Api.Room room = api().room();
        String path = room.path + "/members";
        api().post(room.admin, path, "{}").invalid("/email");
        api().post(room.admin, path, "{\"email\":null,\"role\":null}").invalid("/email", "/role");
        api().post(room.admin, path, "{\"email\":\"x\",\"role\":\"owner\",\"name\":\"X\"}")
                .invalid("/email", "/role", "/name");
        for (String bad :
                List.of("a@b", "@b.example", "a b@c.example", "ä@c.example", "a@faß.example", "a@b.example ")) {
            api().post(room.admin, path, "{\"email\":\"%s\"}".formatted(bad)).invalid("/email");
        }
    }

    @Test
    default void membersAreListedByEmail() {
        Api.Room room = api().room();
        List<String> emails = new ArrayList<>(List.of(room.founder.email()));
        for (String role : List.of("viewer", "member", "admin", "viewer")) {
            emails.add(room.add(role).email());
        }
        emails.sort(null);
        String path = room.path + "/members";
        assertThat(api().get(room.admin, path).items("email")).isEqualTo(emails);
        assertThat(api().get(room.admin, path + "?role=viewer").items("role")).containsExactly("viewer", "viewer");
        assertThat(api().get(room.admin, path + "?q=MEMBER.").items("role")).containsExactly("member");
        assertThat(api().get(room.admin, path + "?q=%25").items("role")).isEmpty();
        assertThat(api().get(room.admin, path + "?role=admin&q=ana").items("email"))
                .containsExactly(room.founder.email());
        api().get(room.admin, path + "?role=owner").invalid("role");
    }

    @Test
    default void aRoleIsChanged() {
        Api.Room room = api().room();
        Api.Person bob = room.add("viewer");
        Reply changed = api().patch(room.admin, room.member(bob), "{\"role\":\"admin\"}")
                .ok(200);
        assertThat(changed.text("role")).isEqualTo("admin");
        assertThat(api().get(room.admin, room.member(bob)).etag()).isEqualTo(changed.etag());
        assertThat(api().patch(room.admin, room.member(bob), "{\"role\":\"admin\"}")
                        .ok(200)
                        .body())
                .isEqualTo(changed.body());
        for (String bad : List.of("{}", "{\"role\":null}", "{\"role\":\"Admin\"}", "{\"role\":1}")) {
            api().patch(room.admin, room.member(bob), bad).invalid("/role");
        }
    }

    @Test
    default void theLastAdminStays() {
        Api.Room room = api().room();
        String self = room.member(room.founder);
        api().patch(room.admin, self, "{\"role\":\"member\"}").problem(409, "last_admin");
        api().delete(room.admin, self).problem(409, "last_admin");
        api().delete(api().operator().token(), self).problem(409, "last_admin");
        room.add("admin");
        api().delete(room.admin, self).ok(204);
        api().get(room.admin, "/api/v1/tenant").problem(403, "access_revoked");
    }

    @Test
    default void anybodyMayLeave() {
        Api.Room room = api().room();
        Api.Person bob = room.add("viewer");
        Api.Person cas = room.add("viewer");
        String token = bob.in(room.id);
        api().delete(token, room.member(cas)).problem(403, "insufficient_role");
        api().delete(token, room.member(bob)).ok(204);
        assertThat(api().get(room.admin, "/api/v1/tenant/users/count").text("count"))
                .isEqualTo("2");
    }

    @Test
    default void whoIsNoMemberIsNotFound() {
        Api.Room room = api().room();
        Api.Person eve = api().room().founder;
        for (Api.Person nobody : List.of(eve, api().person("Ghost"))) {
            api().get(room.admin, room.member(nobody)).problem(404, "member_not_found");
            api().patch(room.admin, room.member(nobody), "{\"role\":\"viewer\"}")
                    .problem(404, "member_not_found");
            api().delete(room.admin, room.member(nobody)).problem(404, "member_not_found");
        }
        Api.Person bob = room.add("viewer");
        api().delete(room.admin, room.member(bob)).ok(204);
        api().delete(room.admin, room.member(bob)).problem(404, "member_not_found");
    }

    @Test
    default void anEmailInAPathIsPercentEncoded() {
        Api.Room room = api().room();
        String email = "o'x/y%2f&=?+z." + Api.unique() + "@people.example";
        api().post(room.admin, room.path + "/members", "{\"email\":\"%s\"}".formatted(email))
                .ok(201);
        String path =
                room.path + "/members/" + java.net.URLEncoder.encode(email, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(api().get(room.admin, path).ok(200).text("email")).isEqualTo(email);
        assertThat(api().get(room.admin, path.replace("%2B", "+")).ok(200).text("email"))
                .isEqualTo(email);
        api().delete(room.admin, path).ok(204);
        for (String bad : List.of("x", "x%40", "%2F", "a%20b@c.example", "%C3%A4@c.example", "a@b.example%2Fswitch")) {
            api().get(room.admin, room.path + "/members/" + bad).invalid("email");
            api().delete(room.admin, room.path + "/members/" + bad).invalid("email");
        }
    }
}
