package ai.callcenter.tenancy.app.ui;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console on a phone, 375 pixels wide. */
class PhoneTest {
    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void makesATenantFillsItAndSwitchesAway() {
        Tab page = CONSOLE.open().size(375, 740);
        page.press("ana@acme.example…");
        page.follow("New tenant");
        page.fill("Name", "Pocket Care");
        page.press("Create tenant");
        page.sees("1 of 25 seats taken");
        page.fill("E-mail of a colleague", "max@acme.example");
        page.press("Add member");
        page.sees("2 of 25 seats taken");
        page.follow("Members");
        page.press("Remove max@acme.example");
        page.press("Remove");
        page.sees("max@acme.example was removed.");
        page.press("Tenant: Pocket Care…");
        page.click("option", "Acme Support…");
        page.sees("3 of 25 seats taken");
        page.assertFits();
    }
}
