package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The switcher of somebody with 2,000 tenants: the server pages and searches, the page holds what was loaded. */
class ManyTenantsTest {
    private static final String MANY = "many@tenants.example";

    private static final String TO_THE_END = """
            const list = arguments[0];
            list.scrollTop = list.scrollHeight;
            """;

    private static final String SHOWN = "return arguments[0].querySelectorAll('[role=option]').length";

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @BeforeAll
    static void make() {
        Api api = CONSOLE.as(MANY);
        IntStream.rangeClosed(1, 2000).parallel().forEach(n -> api.makeTenant("Tenant %04d".formatted(n)));
    }

    @Test
    void opensWithOnePageAndLoadsTheNextAtItsEnd() {
        Tab page = opened();
        assertThat(shown(page)).isEqualTo(50);
        page.run(TO_THE_END, page.find("listbox", "Your tenants"));
        Await.until("the second page", () -> shown(page) == 100);
        page.run(TO_THE_END, page.find("listbox", "Your tenants"));
        Await.until("the third page", () -> shown(page) == 150);
    }

    @Test
    void findsByItsNameWhatWasNotLoaded() {
        Tab page = opened();
        page.keys("tenant 1999");
        Await.until("one tenant", () -> shown(page) == 1);
        page.screenshot("ManyTenantsTest-search-light");
        page.keys(Keys.ENTER);
        page.with("button", "Tenant: Tenant 1999…").sees("1 of 25 seats taken");
    }

    @Test
    void theKeysGoOnBeyondWhatWasLoaded() {
        Tab page = opened();
        for (int i = 0; i < 12; i++) {
            page.keys(Keys.PAGE_DOWN);
        }
        Await.until("the second page", () -> shown(page) == 100);
        page.keys("2000");
        Await.until("one tenant", () -> shown(page) == 1);
        page.keys(Keys.ARROW_DOWN, Keys.ENTER);
        page.with("button", "Tenant: Tenant 2000…");
    }

    /** How many tenants the list has in the page. */
    private static long shown(Tab page) {
        return (long) Objects.requireNonNull(page.run(SHOWN, page.find("listbox", "Your tenants")));
    }

    private static Tab opened() {
        Tab page = CONSOLE.signedInBy(CONSOLE.token(MANY)).at("of 25 seats taken");
        page.press("Tenant: …");
        page.find("option", "Tenant 0001…");
        page.focus().comesTo("combobox “Find a tenant”");
        return page;
    }
}
