package ai.callcenter.tenancy.app.ui;

import java.util.List;
import java.util.function.Function;

/** A page of the console in a state, and the way there. */
record PageState(String name, Function<Console, Tab> reach) {
    private static final String ANA = "ana@acme.example";
    private static final String ROOT = "root@platform.example";

    static final List<PageState> ALL = List.of(
            new PageState("sign-in", console -> console.open().with("heading", "Sign in to Tenancy")),
            new PageState("sign-in-fault", console -> {
                Tab page = console.open();
                SignIn.paste(page, "nonsense");
                page.sees("That is no token");
                return page;
            }),
            new PageState("loading-failed", console -> {
                console.expect(0);
                Tab page = console.open();
                page.block("*/api/v1/me");
                page.press(ANA + "…");
                page.sees("cannot be reached");
                return page;
            }),
            new PageState("overview", console -> console.signedIn(ANA).at("Acme Support")),
            new PageState(
                    "overview-viewer",
                    console -> console.signedIn("vera@acme.example").at("Acme Support")),
            new PageState(
                    "members", console -> tenantPage(console, ANA, "members").at("vera@acme.example")),
            new PageState(
                    "members-viewer",
                    console ->
                            tenantPage(console, "vera@acme.example", "members").at(ANA)),
            new PageState("members-leave", console -> {
                Tab page = tenantPage(console, ANA, "members");
                page.press("Leave");
                page.find("dialog", "Leave Acme Support?");
                return page;
            }),
            new PageState(
                    "settings", console -> tenantPage(console, ANA, "settings").with("textbox", "Name")),
            new PageState("settings-faults", console -> {
                Tab page = tenantPage(console, ANA, "settings");
                page.fill("Name", "");
                page.fill("Metadata", "{");
                page.press("Save");
                return page.at("Give it a name.");
            }),
            new PageState("settings-delete", console -> {
                Tab page = tenantPage(console, ANA, "settings");
                page.press("Delete Acme Support");
                page.find("dialog", "Delete Acme Support?");
                return page;
            }),
            new PageState(
                    "configuration-empty",
                    console -> tenantPage(console, "max@acme.example", "configuration")
                            .at("No key is set")),
            new PageState("configuration-form", console -> {
                Tab page = tenantPage(console, ANA, "configuration");
                page.press("Set a key");
                page.fill("Key", "queue.default");
                page.fill("Value", "{");
                page.press("Save");
                return page.at("Not valid JSON");
            }),
            new PageState("configuration", console -> {
                Tab page = tenantPage(console, ANA, "configuration");
                page.press("Set a key");
                page.fill("Key", "queue.default");
                page.fill("Value", "{\"max_wait\": 30}");
                page.press("Save");
                return page.at("queue.default is set.");
            }),
            new PageState("audit", console -> {
                Tab page = tenantPage(console, ANA, "audit");
                page.click("DisclosureTriangle", "Show");
                return page.at("After");
            }),
            new PageState("new-tenant", console -> {
                Tab page = console.signedIn(ANA);
                page.follow("New tenant");
                page.press("Create tenant");
                return page.at("Give it a name.");
            }),
            new PageState(
                    "new-tenant-operator",
                    console -> ownPage(console, ROOT, "new").with("spinbutton", "Seats (optional)")),
            new PageState(
                    "tenants", console -> ownPage(console, ANA, "tenants").with("button", "Open Globex Telesales")),
            new PageState(
                    "tenants-empty",
                    console -> console.signedInBy(console.token("nobody@nowhere.example"))
                            .at("You are in no tenant.")),
            new PageState(
                    "platform", console -> ownPage(console, ROOT, "platform").at("Initech Helpdesk")),
            new PageState("platform-suspend", console -> {
                Tab page = ownPage(console, ROOT, "platform");
                page.press("Suspend Globex Telesales");
                page.find("dialog", "Suspend Globex Telesales?");
                return page;
            }),
            new PageState("switcher", console -> {
                Tab page = console.signedIn(ANA);
                page.press("Tenant: Acme Support…");
                page.find("option", "Globex Telesales…");
                return page;
            }),
            new PageState("account", console -> {
                Tab page = console.signedIn(ANA);
                page.press("Account of…");
                return page.with("button", "Sign out everywhere");
            }),
            new PageState(
                    "forbidden",
                    console -> tenantPage(console, "max@acme.example", "audit").at("Not for your role")),
            new PageState("unknown", console -> ownPage(console, ANA, "nowhere").at("There is nothing here")),
            new PageState("access-lost", console -> {
                console.expect(403, 404);
                return tenantPage(console, "ian@initech.example", "overview", Console.INITECH)
                        .at("suspended");
            }));

    private static Tab ownPage(Console console, String email, String place) {
        return console.signedIn(email).open(console.page(place));
    }

    private static Tab tenantPage(Console console, String email, String place) {
        return tenantPage(console, email, place, Console.ACME);
    }

    private static Tab tenantPage(Console console, String email, String place, String tenant) {
        return console.signedIn(email).open(console.page("t/" + tenant + "/" + place));
    }

    @Override
    public String toString() {
        return name;
    }
}
