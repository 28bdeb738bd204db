package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The web components in a plain page of another origin. */
class ComponentsTest {
    private static final OtherSite SITE = new OtherSite();

    @RegisterExtension
    static final Console CONSOLE = new Console().with("TENANCY_CORS_ORIGINS", SITE.origin());

    @AfterAll
    static void closeSite() {
        SITE.close();
    }

    @BeforeEach
    void forget() {
        CONSOLE.browser().reset(SITE.origin());
    }

    @Test
    void showSwitchAndChangeTheTenant() {
        Tab page = opened("ana@acme.example");
        page.sees("3 of 25 seats taken");
        page.sees("vera@acme.example");
        page.screenshot("ComponentsTest-page-light");
        Axe.assertNoViolations(page, "the components in another page");

        page.fill("E-mail of a colleague", "guest@acme.example");
        page.press("Add member");
        page.sees("4 of 25 seats taken");
        page.press("Remove guest@acme.example");
        page.press("Remove");
        page.sees("3 of 25 seats taken");

        page.press("Tenant: Acme Support…");
        page.click("option", "Globex Telesales…");
        page.sees("of 5 seats taken");
        page.sees("mia@globex.example");
    }

    @Test
    void workInThePageOfTheGuideAsItStandsThere() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "frontend.md"));
        String html = guide.substring(guide.indexOf("```html\n") + "```html\n".length());
        SITE.show(html.substring(0, html.indexOf("```")).replace("http://127.0.0.1:8080", CONSOLE.url()));
        String token = CONSOLE.token("ana@acme.example");
        Tab page = CONSOLE.browser().tab().open(SITE.origin() + "/#token=" + token);
        page.sees("3 of 25 seats taken");
        page.sees("vera@acme.example");
        Await.until("the title", () -> page.title().equals("Call desk of Acme Support"));
        assertThat(page.url()).doesNotContain(token);
    }

    @Test
    void tellThePageWhatHappens() {
        Tab page = opened("ana@acme.example").at("of 25 seats taken");
        assertThat(list(page, "events"))
                .contains("tenancy-change", "tenancy-token")
                .doesNotContain("tenancy-switched");
        page.press("Tenant: Acme Support…");
        page.click("option", "Globex Telesales…");
        page.sees("of 5 seats taken");
        Await.until("the switch", () -> list(page, "events").contains("tenancy-switched"));
    }

    @Test
    void answerTheContextProtocolOfOthers() {
        Tab page = opened("ana@acme.example").at("of 25 seats taken");
        Await.until("the tenant", () -> list(page, "given").contains("Acme Support"));
        page.press("Tenant: Acme Support…");
        page.click("option", "Globex Telesales…");
        Await.until("the other tenant", () -> list(page, "given").contains("Globex Telesales"));
    }

    @Test
    void beginAnewWithAnotherToken() {
        Tab page = opened("ana@acme.example").at("of 25 seats taken");
        page.run(
                "document.querySelector('tenancy-provider').token = arguments[0]", CONSOLE.token("gus@globex.example"));
        page.sees("of 5 seats taken");
        page.run("document.querySelector('tenancy-provider').token = null");
        page.seesNoMore("Globex Telesales");
    }

    private static Tab opened(String email) {
        SITE.show(
                Script.read("other-site.html").replace("SERVER", CONSOLE.url()).replace("TOKEN", CONSOLE.token(email)));
        return CONSOLE.browser().tab().size(1200, 800).open(SITE.origin() + "/");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Tab page, String name) {
        return (List<Object>) Objects.requireNonNull(page.run("return window." + name));
    }
}
