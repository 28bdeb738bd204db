package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The console without a mouse: everything is reached, what has the focus shows it, and no action loses it. */
class KeyboardTest {
    private static final String OUTLINE = """
            const style = getComputedStyle(arguments[0]);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
            """;

    private static final String ACTIVE = """
            const box = arguments[0];
            return box.getRootNode().getElementById(box.getAttribute('aria-activedescendant'))?.innerText ?? '';
            """;

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void signsInMakesATenantInvitesAndRemoves() {
        Tab page = CONSOLE.open().with("heading", "Sign in to Tenancy");
        tabTo(page, "button “ana@acme.example");
        page.keys(Keys.ENTER);
        page.sees("3 of 25 seats taken");
        assertFocused(page);

        tabTo(page, "link “New tenant");
        page.keys(Keys.ENTER);
        page.focus().comesTo("main “”");
        tabTo(page, "textbox “Name");
        page.keys("Key Care", Keys.ENTER);
        page.sees("1 of 25 seats taken");
        assertFocused(page);

        tabTo(page, "textbox “E-mail of a colleague");
        page.keys("max@acme.example", Keys.ENTER);
        page.sees("max@acme.example is a member now.");
        page.focus().comesTo("textbox “E-mail of a colleague”");

        tabTo(page, "link “Members");
        page.keys(Keys.ENTER);
        page.focus().comesTo("main “”");
        tabTo(page, "button “Remove max@acme.example");
        page.keys(Keys.ENTER);
        page.focus().comesTo("button “Cancel”");
        page.keys(Keys.ESCAPE);
        page.focus().comesTo("button “Remove max@acme.example”");
        page.keys(Keys.ENTER);
        page.focus().comesTo("button “Cancel”");
        tabTo(page, "button “Remove");
        page.keys(Keys.ENTER);
        page.sees("max@acme.example was removed.");
        page.focus().comesTo("heading “Members”");
    }

    @Test
    void choosesATenantInTheListAndComesBackToTheButton() {
        Tab page = CONSOLE.signedIn("ana@acme.example").at("3 of 25 seats taken");
        tabTo(page, "button “Tenant: Acme Support");
        page.keys(Keys.ENTER);
        page.focus().comesTo("combobox “Find a tenant”");
        activeComesTo(page, "Acme Support");
        page.keys(Keys.ARROW_DOWN);
        activeComesTo(page, "Globex Telesales");
        page.keys(Keys.ARROW_UP);
        activeComesTo(page, "Acme Support");
        page.keys(Keys.ESCAPE);
        page.focus().comesTo("button “Tenant: Acme Support Admin”");
        assertThat(page.has("listbox", "Your tenants")).isFalse();

        page.keys(Keys.ENTER);
        page.focus().comesTo("combobox “Find a tenant”");
        activeComesTo(page, "Acme Support");
        page.keys(Keys.ARROW_DOWN);
        activeComesTo(page, "Globex Telesales");
        page.keys(Keys.ENTER);
        page.sees("of 5 seats taken");
        assertFocused(page);
        assertThat(page.has("listbox", "Your tenants")).isFalse();
    }

    @Test
    void theAccountMenuClosesAndGivesTheFocusBack() {
        Tab page = CONSOLE.signedIn("ana@acme.example").at("3 of 25 seats taken");
        tabTo(page, "button “Account of");
        page.keys(Keys.ENTER);
        tabTo(page, "button “Sign out”");
        page.keys(Keys.ESCAPE);
        page.focus().comesTo("button “Account of ana@acme.example”");
        page.keys(Keys.ENTER);
        tabTo(page, "button “Sign out”");
        page.keys(Keys.ENTER);
        page.sees("You have signed out.");
    }

    @Test
    void theFirstLinkLeadsToTheContent() {
        Tab page = CONSOLE.signedIn("ana@acme.example").at("3 of 25 seats taken");
        tabTo(page, "link “Skip to the content");
        page.keys(Keys.ENTER);
        page.focus().comesTo("main “”");
        page.keys(Keys.TAB);
        page.focus().comesTo("textbox “E-mail of a colleague”");
    }

    /** On with the Tab key until what has the focus begins like this; each stop on the way shows that it has it. */
    private static void tabTo(Tab page, String wanted) {
        StringBuilder way = new StringBuilder();
        for (int stop = 0; stop < 60; stop++) {
            if (page.focus().what().startsWith(wanted)) {
                return;
            }
            page.keys(Keys.TAB);
            if (!page.focus().isLost()) {
                way.append(page.focus().what()).append('\n');
                assertThat(page.run(OUTLINE, page.focus().element()))
                        .as("an outline around %s", page.focus().what())
                        .isEqualTo(true);
            }
        }
        fail("the Tab key does not come to %s, but to%n%s".formatted(wanted, way));
    }

    private static void assertFocused(Tab page) {
        assertThat(page.focus().isLost()).as("the focus is lost").isFalse();
    }

    private static void activeComesTo(Tab page, String name) {
        Await.until(
                "the arrow at " + name,
                () -> String.valueOf(page.run(ACTIVE, page.focus().element())).contains(name));
    }
}
