package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may do what, read from the store on each request. */
interface AccessTopic extends ApiTopic {
    /** What each deed takes: method, path below the tenant, body; and the least role that may. */
    Map<List<String>, String> DEEDS = Map.ofEntries(
            Map.entry(List.of("GET", "", ""), "viewer"),
            Map.entry(List.of("GET", "/members", ""), "viewer"),
            Map.entry(List.of("GET", "/members/x@people.example", ""), "viewer"),
            Map.entry(List.of("GET", "/configs", ""), "member"),
            Map.entry(List.of("GET", "/configs/key", ""), "member"),
            Map.entry(List.of("PUT", "/configs/key", "{\"value\":1}"), "admin"),
            Map.entry(List.of("DELETE", "/configs/key", ""), "admin"),
            Map.entry(List.of("PATCH", "", "{\"description\":\"x\"}"), "admin"),
            Map.entry(List.of("POST", "/members", "{\"email\":\"x@people.example\"}"), "admin"),
            Map.entry(List.of("PATCH", "/members/x@people.example", "{\"role\":\"viewer\"}"), "admin"),
            Map.entry(List.of("DELETE", "/members/x@people.example", ""), "admin"),
            Map.entry(List.of("GET", "/audit", ""), "admin"));

    @Test
    default void aRoleMayDoWhatItMayAndNoMore() {
        List<String> roles = List.of("viewer", "member", "admin");
        Api.Room room = api().room();
        for (String role : roles) {
            String token = role.equals("admin") ? room.admin : room.tokenOf(role);
            DEEDS.forEach((deed, least) -> {
                Reply reply = send(token, deed, room.path);
                if (roles.indexOf(role) >= roles.indexOf(least)) {
                    assertThat(reply.status()).as("%s as %s", deed, role).isIn(200, 201, 204, 404);
                } else {
                    reply.problem(403, "insufficient_role");
                }
            });
        }
        api().delete(room.tokenOf("member"), room.path).problem(403, "insufficient_role");
    }

    @Test
    default void anotherTenantIsTheWrongOneWhetherItExistsOrNot() {
        Api.Room mine = api().room();
        Api.Room other = api().room();
        Api.Room both = api().room();
        both.add(mine.founder, "admin").ok(201);
        String nobody = "/api/v1/tenants/00000000-0000-4000-8000-000000000001";
        for (List<String> deed : DEEDS.keySet()) {
            String expected = neutral(send(mine.admin, deed, nobody).problem(403, "wrong_tenant"), nobody);
            for (Api.Room room : List.of(other, both)) {
                Reply reply = send(mine.admin, deed, room.path).problem(403, "wrong_tenant");
                assertThat(neutral(reply, room.path)).isEqualTo(expected);
            }
        }
        api().get(mine.founder.token(), mine.path).problem(403, "wrong_tenant");
        api().delete(mine.founder.token(), mine.path).problem(403, "wrong_tenant");
        api().get(mine.admin, mine.path).ok(200);
    }

    private Reply send(String token, List<String> deed, String path) {
        TestRequest request = api().request(deed.get(0), path + deed.get(1)).token(token);
        return (deed.get(2).isEmpty() ? request : request.json(deed.get(2))).send();
    }

    /** All of an answer but what the client sent, the request's id and the time. */
    private static String neutral(Reply reply, String path) {
        String id = String.valueOf(reply.header("x-request-id"));
        var headers = new java.util.TreeMap<>(reply.headers());
        headers.keySet().removeAll(List.of("date", "x-request-id"));
        return headers + reply.body().replace(path, "").replace(id, "");
    }

    @Test
    default void aRemovedMemberIsOutWithTheNextRequest() {
        Api.Room room = api().room();
        Api.Person bob = room.add("admin");
        String token = bob.in(room.id);
        api().get(token, "/api/v1/tenant").ok(200);
        api().delete(room.admin, room.member(bob)).ok(204);
        for (List<String> deed : DEEDS.keySet()) {
            send(token, deed, room.path).problem(403, "access_revoked");
        }
        api().get(token, "/api/v1/tenant").problem(403, "access_revoked");
        api().get(token, "/api/v1/tenant/users/count").problem(403, "access_revoked");
        api().patch(token, "/api/v1/tenant", "{\"name\":\"x\"}").problem(403, "access_revoked");
        actsForHimselfStill(token, bob);
    }

    @Test
    default void aDemotionCountsFromTheNextRequestOn() {
        Api.Room room = api().room();
        Api.Person bob = room.add("admin");
        String token = bob.in(room.id);
        api().get(token, room.path + "/audit").ok(200);
        api().patch(room.admin, room.member(bob), "{\"role\":\"viewer\"}").ok(200);
        api().get(token, room.path + "/audit").problem(403, "insufficient_role");
        api().get(token, room.path).ok(200);
    }

    @Test
    default void aSuspendedTenantLetsNobodyInUntilItIsReactivated() {
        Api.Room room = api().room();
        room.suspend();
        for (List<String> deed : DEEDS.keySet()) {
            send(room.admin, deed, room.path).problem(403, "tenant_suspended");
        }
        api().get(room.admin, "/api/v1/tenant").problem(403, "tenant_suspended");
        api().get(api().operator().token(), room.path).ok(200);
        actsForHimselfStill(room.admin, room.founder);
        api().patch(api().operator().token(), room.path, "{\"status\":\"active\"}")
                .ok(200);
        api().get(room.admin, room.path).ok(200);
    }

    @Test
    default void aDeletedTenantIsGoneForItsMembers() {
        Api.Room room = api().room();
        Api.Person bob = room.add("member");
        String token = bob.in(room.id);
        api().delete(room.admin, room.path).ok(204);
        api().get(room.admin, "/api/v1/tenant").problem(403, "access_revoked");
        api().get(token, room.path).problem(403, "access_revoked");
        assertThat(api().get(bob.token(), "/api/v1/tenants").items("id")).doesNotContain(room.id);
        actsForHimselfStill(token, bob);
    }

    private void actsForHimselfStill(String token, Api.Person person) {
        assertThat(api().get(token, "/api/v1/me").ok(200).text("email")).isEqualTo(person.email());
        api().get(token, "/api/v1/tenants").ok(200);
        Reply made = api().post(token, "/api/v1/tenants", "{\"name\":\"Mine\"}").ok(201);
        api().post(token, "/api/v1/tenants/" + made.text("id") + "/switch", "").ok(200);
    }
}
