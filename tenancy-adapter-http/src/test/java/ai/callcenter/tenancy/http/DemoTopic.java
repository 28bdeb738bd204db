package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People whom anybody may be, on this machine alone. */
interface DemoTopic extends ApiTopic {
    String SIGN_IN = "/demo/sign-in";
    String ANA = "{\"email\":\"ana@acme.example\"}";

    private TestRequest signIn(String json) {
        return api().request("POST", SIGN_IN).json(json);
    }

    @Test
    default void anybodyMayBeSomebodyOfTheDemo() {
        Reply signedIn = signIn("{\"email\":\"Ana@Acme.example\"}").send().ok(200);
        assertThat(signedIn.text("token_type")).isEqualTo("Bearer");
        assertThat(signedIn.text("expires_at"))
                .isEqualTo(api().clock.instant().plus(Api.TTL).toString().replaceAll("\\.[0-9]+Z", "Z"));
        assertThat(signedIn.header("cache-control")).isEqualTo("no-store");
        Reply me = api().get(signedIn.text("token"), "/api/v1/me").ok(200);
        assertThat(me.text("email")).isEqualTo("ana@acme.example");
        Reply again = api().get(signIn(ANA).send().text("token"), "/api/v1/me").ok(200);
        assertThat(again.text("id")).isEqualTo(me.text("id"));
    }

    @Test
    default void nobodyMayBeSomebodyElse() {
        Api.Person max = api().room().add("admin");
        for (String email : List.of(max.email(), api().operator().email(), "ana@acme.example.evil.example")) {
            signIn("{\"email\":\"" + email + "\"}").send().problem(404, "demo_person_not_found");
        }
        signIn("{\"email\":\"nobody\"}").send().invalid("/email");
        signIn("{}").send().invalid("/email");
        signIn("{\"email\":\"ana@acme.example\",\"ttl\":\"P30D\"}").send().invalid("/ttl");
    }

    @Test
    default void aProxyMayNotHandItOn() {
        for (String header : List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "Via", "X-Real-IP")) {
            signIn(ANA).header(header, "for=127.0.0.1").send().problem(403, "same_machine_only");
        }
    }

    @Test
    default void aPageOfAnotherSiteMayNotAsk() {
        for (String site : List.of("cross-site", "same-site", "none")) {
            signIn(ANA).header("Sec-Fetch-Site", site).send().problem(403, "same_machine_only");
        }
        assertThat(signIn(ANA).header("Sec-Fetch-Site", "same-origin").send().status())
                .isEqualTo(200);
    }

    /** A name of somebody else's that leads here makes a page of theirs a page of this server's (DNS rebinding). */
    @Test
    default void itAnswersToNamesOfThisMachineAlone() throws IOException {
        for (String host : List.of(
                "localhost",
                "LOCALHOST:8080",
                "desk.localhost",
                "127.0.0.1:" + api().port(),
                "127.8.9.10",
                "[::1]:80")) {
            assertThat(answer(host)).as(host).startsWith("HTTP/1.1 200 ").contains("\"token\":\"");
        }
        for (String host : List.of(
                "evil.example",
                "localhost.evil.example",
                "evil-localhost",
                "127.0.0.1.evil.example",
                "127.0.0.1.nip.io:8080",
                "192.0.2.1",
                "0.0.0.0",
                "[::]",
                "[::ffff:127.0.0.1]",
                "localhost.")) {
            assertThat(answer(host)).as(host).startsWith("HTTP/1.1 403 ").contains("\"same_machine_only\"");
        }
    }

    private String answer(String host) throws IOException {
        try (RawClient client = new RawClient(api().port())) {
            String post = RawClient.post(SIGN_IN, "Content-Length: " + ANA.length() + "\r\n");
            client.send(post.replace("Host: localhost", "Host: " + host) + ANA);
            return client.answer();
        }
    }
}
