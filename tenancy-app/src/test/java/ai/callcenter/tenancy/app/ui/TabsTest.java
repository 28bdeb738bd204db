package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several tabs of one browser. */
class TabsTest {
    private static final String ANA = "ana@acme.example";

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void eachKeepsItsTenant() {
        Tab acme = CONSOLE.signedIn(ANA).at("of 25 seats taken");
        Tab globex = CONSOLE.open().at("of 25 seats taken");
        globex.press("Tenant: Acme Support…");
        globex.click("option", "Globex Telesales…");
        globex.sees("of 5 seats taken");

        acme.reload();
        acme.sees("of 25 seats taken");
        acme.follow("Members");
        acme.fill("E-mail of a colleague", "tabs@acme.example");
        acme.press("Add member");
        acme.sees("tabs@acme.example is a member now.");
        globex.reload();
        globex.sees("of 5 seats taken");
        globex.follow("Members");
        globex.sees("mia@globex.example");
        assertThat(globex.text()).doesNotContain("tabs@acme.example");
        acme.press("Remove tabs@acme.example");
        acme.press("Remove");
        acme.sees("tabs@acme.example was removed.");
    }

    @Test
    void aNewOneAsksNobodyAndBeginsWithTheTenantChosenLast() {
        Tab first = CONSOLE.signedIn(ANA).at("of 25 seats taken");
        first.press("Tenant: Acme Support…");
        first.click("option", "Globex Telesales…");
        first.sees("of 5 seats taken");

        Tab second = CONSOLE.open().with("button", "Tenant: Globex Telesales…");
        assertThat(KeptSession.refreshToken(second)).isNotNull().isNotEqualTo(KeptSession.refreshToken(first));
        first.reload();
        first.with("button", "Tenant: Globex Telesales…");
    }

    @Test
    void signingOutInOneSignsOutTheOthers() {
        Tab first = CONSOLE.signedIn(ANA).at("of 25 seats taken");
        Tab second = CONSOLE.open().at("of 25 seats taken");
        first.press("Account of…");
        first.press("Sign out");
        first.sees("You have signed out.");
        second.sees("You have signed out in another tab.");
        second.reload();
        second.find("heading", "Sign in to Tenancy");
    }

    @Test
    void aDuplicateDoesNotSpendTheRefreshTokenOfTheFirst() {
        Tab first = CONSOLE.signedIn(ANA).at("of 25 seats taken");
        Tab copy = CONSOLE.browser().tabOpenedBy(() -> first.run("window.open(location.href)"));
        copy.with("button", "Tenant: Acme Support…");
        assertThat(KeptSession.refreshToken(copy)).isNotNull().isNotEqualTo(KeptSession.refreshToken(first));

        for (Tab tab : new Tab[] {first, copy, first}) {
            KeptSession.expire(tab);
            tab.reload();
            tab.sees("of 25 seats taken");
        }
    }
}
