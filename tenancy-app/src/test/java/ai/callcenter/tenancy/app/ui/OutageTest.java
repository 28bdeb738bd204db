package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server goes away while its console is open, and comes back. */
class OutageTest {
    private static final String BANNER = "The server cannot be reached. What you see may be old; trying again…";

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void aBannerSaysSoAndNothingThatWasTypedIsLost() {
        CONSOLE.expect(0);
        try (Line line = new Line(CONSOLE.server().port())) {
            Tab page = signedIn(line).at("of 25 seats taken");
            page.follow("New tenant");
            page.fill("Name", "Stormy Care");
            page.fill("Description (optional)", "Was typed in a storm.");

            line.cut();
            page.press("Create tenant");
            page.sees(BANNER);
            assertThat(page.value("Description (optional)")).isEqualTo("Was typed in a storm.");
            page.screenshot("OutageTest-away-light");

            line.mend();
            page.seesNoMore(BANNER);
            assertThat(page.value("Name")).isEqualTo("Stormy Care");
            assertThat(page.value("Description (optional)")).isEqualTo("Was typed in a storm.");
            page.press("Create tenant");
            page.sees("1 of 25 seats taken");
            page.sees("Was typed in a storm.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Members, vera@acme.example",
        "Settings, Delete this tenant",
        "Configuration, No key is set.",
        "Audit trail, Tenant created",
        "Your tenants, Globex Telesales"
    })
    void whatCouldNotBeReadIsReadByItselfAfterwards(String link, String filled) {
        CONSOLE.expect(0);
        try (Line line = new Line(CONSOLE.server().port())) {
            Tab page = signedIn(line).at("of 25 seats taken");
            line.cut();
            page.follow(link);
            page.sees(BANNER);
            line.mend();
            page.sees(filled);
            page.seesNoMore(BANNER);
        }
    }

    private static Tab signedIn(Line line) {
        Tab page = CONSOLE.browser().tab().size(1200, 800).open(line.url() + "/");
        page.press("ana@acme.example…");
        return page.with("button", "Account of…");
    }
}
