package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the filter does on every method, path and dispatch, and what is left when it is done. */
interface FilterDispatchTopic extends FilterTopic {
    @Test
    default void everyMethodIsJudged() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            refused(request(method, "/calls").send(), 401, "missing_token");
        }
        Reply head = request("HEAD", "/calls").send();
        assertThat(head.status()).isEqualTo(401);
        assertThat(head.header("www-authenticate")).isNotNull();
        assertThat(head.body()).isEmpty();
        assertThat(servlets().reached).isEmpty();
        assertThat(request("HEAD", "/calls").token(vera().in(acme())).send().status())
                .isEqualTo(200);
        assertThat(request("OPTIONS", "/calls").token(vera().in(acme())).send().body())
                .startsWith("REQUEST " + acme().id());
    }

    @Test
    default void anExceptedPathIsServedWithoutATenant() {
        assertThat(request("GET", "/health?x=/../calls").send().body()).isEqualTo("REQUEST nobody in none");
        assertThat(get("junk", "/health").body()).isEqualTo("REQUEST nobody in none");
    }

    @Test
    default void whatIsForwardedToIsJudged() {
        Reply stranger = request("GET", "/forward").send();
        assertThat(stranger.status()).as(stranger.body()).isEqualTo(401);
        assertThat(servlets().reached).doesNotContain(ServletHost.CONTEXT + "/calls FORWARD");
        assertThat(get(vera().in(acme()), "/forward").body()).startsWith("FORWARD " + acme().id());
    }

    @Test
    default void anAsynchronousDispatchIsForTheSameTenantAndNotJudgedAgain() {
        // Whose membership ends meanwhile has this answer still, and no other.
        servlets().meanwhile = () -> office().remove(acme(), vera());
        String id = "async-1";
        Reply reply = request("GET", "/async")
                .token(vera().in(acme()))
                .header("X-Request-Id", id)
                .send();
        assertThat(reply.body()).isEqualTo(FilterTopic.told("ASYNC", acme(), Role.VIEWER, id));
        assertThat(servlets().reached).hasSize(2);
    }

    @Test
    default void anErrorPageIsForTheSameTenantOrForNobody() {
        Reply known = get(vera().in(acme()), "/fail");
        assertThat(known.status()).isEqualTo(500);
        assertThat(known.body()).startsWith("ERROR " + acme().id()).endsWith("in " + acme().id());
        assertThat(get(vera().in(acme()), "/error").body()).startsWith("REQUEST " + acme().id());
        servlets().reached.clear();
        refused(request("GET", "/error").send(), 401, "missing_token");
    }

    @Test
    default void anErrorPageOfARequestThatWasNeverJudgedIsForNobody() throws Exception {
        serve(office().filter().except("/fail").build());
        Reply reply = request("GET", "/fail").send();
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).isEqualTo("ERROR nobody in none");
    }

    @Test
    default void aRefusalThatTheApplicationLetsPassIsAnsweredAsTheApiDoes() {
        assertThat(get(ana().in(acme()), "/admins").body()).startsWith("REQUEST " + acme().id());
        get(vera().in(acme()), "/admins").problem(403, "insufficient_role");
        get(vera().in(acme()), "/wrapped").problem(403, "insufficient_role");
        get(vera().in(acme()), "/begun").problem(403, "insufficient_role");
    }

    @Test
    default void nothingThatDescribesTheApplicationsOwnBodyIsLeftInARefusal() {
        Reply reply = get(vera().in(acme()), "/described").problem(403, "insufficient_role");
        assertThat(reply.headers())
                .doesNotContainKeys(
                        "content-encoding", "content-language", "etag", "last-modified", "transfer-encoding")
                .containsEntry("access-control-allow-origin", List.of("https://desk.example"))
                .containsEntry("content-security-policy", List.of("default-src 'self'"))
                .containsEntry("set-cookie", List.of("a=1", "b=2"));
        assertThat(reply.header("content-length"))
                .isEqualTo(String.valueOf(reply.body().length()));
    }

    @Test
    default void theScopeIsClosedWhateverHappens() {
        List<String> answers = new ArrayList<>();
        Tenant globex = office().tenant();
        FilterOffice.Person bob = office().member(globex, Role.MEMBER);
        for (int round = 0; round < 20; round++) {
            get(vera().in(acme()), "/fail");
            answers.add(get(bob.in(globex), "/calls").body());
            get(vera().in(acme()), "/async");
            answers.add(request("GET", "/health").send().body());
        }
        assertThat(answers)
                .hasSize(40)
                .allSatisfy(answer -> assertThat(answer)
                        .satisfiesAnyOf(
                                one -> assertThat(one).isEqualTo("REQUEST nobody in none"),
                                one -> assertThat(one).contains(" member ").endsWith("in " + globex.id())));
        assertThat(answers).filteredOn("REQUEST nobody in none"::equals).hasSize(20);
    }
}
