package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with the console, from the first page on. */
class WorkflowTest {
    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void makesATenantFillsItSwitchesAwayAndBack() {
        Tab page = CONSOLE.signedIn("ana@acme.example");
        page.sees("Acme Support");
        assertThat(page.title()).isEqualTo("Overview · Acme Support");

        page.follow("New tenant");
        page.fill("Name", "Hooli Care");
        page.fill("Domain (optional)", "hooli.example");
        page.press("Create tenant");
        page.find("button", "Tenant: Hooli Care…");
        page.sees("1 of 25 seats taken");

        page.fill("E-mail of a colleague", "max@acme.example");
        page.press("Add member");
        page.sees("max@acme.example is a member now.");
        page.sees("2 of 25 seats taken");

        switchTo(page, "Hooli Care", "Globex Telesales");
        page.sees("of 5 seats taken");
        page.seesNoMore("Hooli Care");
        switchTo(page, "Globex Telesales", "Hooli Care");
        page.sees("2 of 25 seats taken");

        page.follow("Members");
        page.press("Remove max@acme.example");
        page.find("dialog", "Remove max@acme.example?");
        page.press("Remove");
        page.sees("max@acme.example was removed.");
        assertThat(page.names("button")).doesNotContain("Remove max@acme.example");
        page.follow("Overview");
        page.sees("1 of 25 seats taken");
    }

    @Test
    void theLastAdminStaysAndIsToldWhy() {
        CONSOLE.expect(409);
        Tab page = CONSOLE.signedIn("ana@acme.example");
        page.follow("Members");

        page.choose("Role of ana@acme.example", "Viewer");
        page.find("dialog", "Change your own role?");
        page.press("Change");
        page.sees("last admin");
        assertThat(page.value("Role of ana@acme.example")).isEqualTo("admin");

        page.press("Leave");
        page.find("dialog", "Leave Acme Support?");
        page.click("button", "Leave");
        page.sees("last admin");
        page.screenshot("WorkflowTest-last-admin-light");
    }

    @Test
    void withoutASeatNobodyIsAdded() {
        CONSOLE.expect(409);
        Tab page = CONSOLE.signedInBy(CONSOLE.token("gus@globex.example"));
        page.sees("4 of 5 seats taken");

        page.fill("E-mail of a colleague", "one@globex.example");
        page.press("Add member");
        page.sees("5 of 5 seats taken");
        page.sees("None left");
        page.fill("E-mail of a colleague", "two@globex.example");
        page.press("Add member");
        page.sees("seat");
        assertThat(page.value("E-mail of a colleague")).isEqualTo("two@globex.example");
        page.screenshot("WorkflowTest-seats-full-light");
    }

    @Test
    void aViewerIsOfferedNothingThatSheMayNotDo() {
        Tab page = CONSOLE.signedIn("vera@acme.example");
        page.sees("Acme Support");
        assertThat(page.names("textbox")).isEmpty();
        assertThat(page.names("link"))
                .contains("Overview", "Members")
                .doesNotContain("Settings", "Configuration", "Audit trail");

        page.follow("Members");
        page.sees("max@acme.example");
        assertThat(page.names("textbox")).isEmpty();
        assertThat(page.names("button"))
                .noneMatch(name -> name.startsWith("Remove"))
                .contains("Leave");
        for (String place : List.of("settings", "configuration", "audit")) {
            page.open(CONSOLE.page("t/" + Console.ACME + "/" + place));
            page.find("heading", "Not for your role");
        }
    }

    private static void switchTo(Tab page, String from, String to) {
        page.press("Tenant: " + from + "…");
        page.click("option", to + "…");
        page.find("button", "Tenant: " + to + "…");
    }
}
