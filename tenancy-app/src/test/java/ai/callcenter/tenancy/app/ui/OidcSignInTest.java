package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in to the console at an OpenID provider, and out again. */
class OidcSignInTest {
    private static final OidcProvider PROVIDER = new OidcProvider();

    @RegisterExtension
    static final Console CONSOLE = new Console()
            .with("TENANCY_OIDC_ISSUER", PROVIDER.issuer())
            .with("TENANCY_OIDC_AUDIENCE", OidcProvider.AUDIENCE)
            .with("TENANCY_CONSOLE_CLIENT_ID", OidcProvider.CLIENT);

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void answerAsOneShould() {
        PROVIDER.answer(Map.of());
    }

    @Test
    void comesBackToWhereOneWantedToBe() {
        String tenant = CONSOLE.as("owner@oidc.example").makeTenant("Oidc Place");
        CONSOLE.as("owner@oidc.example").in(tenant).addMember(tenant, OidcTokens.EMAIL, "viewer");
        Tab page = signIn(CONSOLE.page("t/" + tenant + "/members"));
        page.sees("owner@oidc.example");
        assertThat(page.url()).isEqualTo(CONSOLE.page("t/" + tenant + "/members"));

        assertThat(PROVIDER.requests())
                .filteredOn(request -> request.matches("/(authorize|token) .*"))
                .hasSize(2)
                .allMatch(request -> request.endsWith("[]"))
                .noneMatch(request -> request.contains("client_secret"));
        page.reload();
        page.sees("owner@oidc.example");
    }

    @Test
    void anAnswerToAnotherSignInIsRefused() {
        PROVIDER.answer(Map.of("code", "stolen", "state", "of-somebody-else"));
        Tab page = signIn(CONSOLE.page("new"));
        page.sees("This sign-in was not begun here.");
        page.screenshot("OidcSignInTest-foreign-light");
        assertThat(PROVIDER.requests()).noneMatch(request -> request.startsWith("/token"));
        assertThat(page.url()).doesNotContain("stolen");
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefused() {
        PROVIDER.answer(Map.of("code", "mixed-up", "iss", "https://login.example"));
        Tab page = signIn(CONSOLE.page("new"));
        page.sees("This sign-in was not begun here.");
        assertThat(PROVIDER.requests()).noneMatch(request -> request.startsWith("/token"));
    }

    @Test
    void whatTheProviderRefusesIsSaidInItsWords() {
        PROVIDER.answer(Map.of("error", "access_denied", "error_description", "You may not use this <b>program</b>."));
        Tab page = signIn(CONSOLE.page("new"));
        page.sees("You may not use this <b>program</b>.");
        page.find("button", "Continue with…");
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowIsRefused() {
        CONSOLE.expect(400);
        PROVIDER.answer(Map.of("code", "made-up"));
        Tab page = signIn(CONSOLE.page("new"));
        page.sees("refuses the sign-in (invalid_grant)");
        assertThat(page.url()).doesNotContain("made-up");
    }

    @Test
    void signingOutEndsTheSessionAtTheProviderToo() {
        Tab page = signIn(CONSOLE.page("new")).with("textbox", "Name");
        page.press("Account of…");
        page.press("Sign out");
        page.sees("Signed out here too.");
        assertThat(PROVIDER.requests())
                .filteredOn(request -> request.startsWith("/end "))
                .singleElement()
                .asString()
                .contains("client_id=" + OidcProvider.CLIENT, "id_token_hint=", "post_logout_redirect_uri=");
        page.open(CONSOLE.url() + "/").with("heading", "Sign in to Tenancy");
    }

    private static Tab signIn(String place) {
        Tab page = CONSOLE.browser().tab().size(1200, 800).open(place);
        page.press("Continue with…");
        return page;
    }
}
