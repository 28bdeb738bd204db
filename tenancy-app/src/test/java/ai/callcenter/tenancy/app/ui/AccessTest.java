package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an open page does when its user may no longer do what it shows. */
class AccessTest {
    private static final String MAX = "max@acme.example";

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void aRemovedMemberIsToldAtTheNextClick() {
        CONSOLE.expect(403, 404);
        String other = CONSOLE.as(MAX).makeTenant("Other Place");
        String lost = tenantWith(MAX, "Lost Place");
        Tab page = CONSOLE.signedIn(MAX)
                .open(CONSOLE.page("t/" + lost + "/overview"))
                .at("Lost Place");

        CONSOLE.as("owner@lost.example").in(lost).removeMember(lost, MAX);
        page.follow("Members");
        page.sees("You are not a member of this tenant.");
        page.find("button", "Open Other Place");
        page.screenshot("AccessTest-removed-light");
        assertThat(page.names("link")).doesNotContain("Members", "Overview");
        page.press("Open Other Place");
        page.with("button", "Tenant: Other Place…");
        Await.until("the address of the other one", () -> page.url().contains(other));
    }

    @Test
    void aRemovedMemberIsToldWhenComingBackToThePage() {
        CONSOLE.expect(403, 404);
        String lost = tenantWith(MAX, "Place Lost Meanwhile");
        Tab page = CONSOLE.signedIn(MAX)
                .open(CONSOLE.page("t/" + lost + "/overview"))
                .at("Place Lost Meanwhile");
        Tab elsewhere = CONSOLE.browser().tab();
        CONSOLE.as("owner@lost.example").in(lost).removeMember(lost, MAX);
        elsewhere.close();
        page.sees("You are not a member of this tenant.");
    }

    @Test
    void whoLeavesChoosesAnotherTenant() {
        // The tenant that the server remembers, where another test has been.
        CONSOLE.expect(403, 404);
        Tab page = CONSOLE.signedIn(MAX).open(CONSOLE.page("t/" + tenantWith(MAX, "Place Left") + "/members"));
        page.press("Leave");
        page.find("dialog", "Leave Place Left?");
        page.click("button", "Leave");
        page.find("heading", "Your tenants");
        Await.until("the address of the list", () -> page.url().endsWith("#/tenants"));
        assertThat(page.names("alert")).containsOnly("");
    }

    @Test
    void aMemberOfASuspendedTenantIsTold() {
        CONSOLE.expect(403, 404);
        String lost = tenantWith(MAX, "Place Not Paid For");
        Tab page = CONSOLE.signedIn(MAX)
                .open(CONSOLE.page("t/" + lost + "/overview"))
                .at("Place Not Paid For");
        CONSOLE.as("root@platform.example").call("PATCH", "/tenants/" + lost, Map.of("status", "suspended"));
        page.follow("Members");
        page.sees("suspended");
        page.find("heading", "Your tenants");
    }

    @Test
    void whoseTokenHasEndedSignsInAgainAndIsWhereThePageWas() {
        CONSOLE.expect(401);
        String email = "short@nowhere.example";
        String ended = CONSOLE.token(email, "--ttl", "PT1S");
        Tab page = CONSOLE.signedInBy(CONSOLE.token(email));
        page.open(CONSOLE.page("new")).with("textbox", "Name");
        KeptSession.replace(page, ended);
        Await.until("the end of the token", () -> {
            page.reload();
            page.find("heading", "…");
            return page.has("heading", "Sign in to Tenancy");
        });
        page.sees("Sign in again");
        page.screenshot("AccessTest-token-ended-light");
        SignIn.paste(page, CONSOLE.token(email));
        page.find("textbox", "Name");
        assertThat(page.url()).endsWith("#/new");
    }

    @Test
    void aTenantTokenIsRenewedWithoutAsking() {
        Tab page = CONSOLE.signedIn("ana@acme.example").at("of 25 seats taken");
        Object before = KeptSession.token(page);
        KeptSession.expire(page);
        page.reload();
        page.sees("of 25 seats taken");
        assertThat(KeptSession.token(page)).isNotEqualTo(before);
    }

    @Test
    void signingOutEverywhereEndsTheSessionInAnotherBrowser() {
        CONSOLE.expect(401);
        Tab here = CONSOLE.signedInBy(CONSOLE.token("gus@globex.example")).at("Globex Telesales");
        try (Browser other = Browser.start(CONSOLE.folder().resolve("other"))) {
            Tab there = other.tab().size(1200, 800).open(CONSOLE.url() + "/");
            SignIn.paste(there, CONSOLE.token("gus@globex.example"));
            there.sees("Globex Telesales");
            here.press("Account of…");
            here.press("Sign out everywhere");
            here.sees("You have signed out.");

            there.follow("Members");
            there.sees("You were signed out everywhere. Sign in again.");
        }
    }

    /** Another one's tenant that the person is a member of. */
    private static String tenantWith(String email, String name) {
        Api owner = CONSOLE.as("owner@lost.example");
        String tenant = owner.makeTenant(name);
        owner.in(tenant).addMember(tenant, email, "member");
        return tenant;
    }
}
