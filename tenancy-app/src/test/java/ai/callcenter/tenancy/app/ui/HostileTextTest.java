package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openqa.selenium.Keys;

/** What people write is shown as they wrote it: it runs nothing, and it moves nothing out of its place. */
class HostileTextTest {
    @RegisterExtension
    static final Console CONSOLE = new Console();

    static final Map<String, String> TEXTS = Map.of(
            "markup",
                    "<img src=x onerror=\"window.__hit=1\"><script>window.__hit=1</script>\"><svg onload=window.__hit=1>",
            "scripts", "\u202Eevil\u202C \u200F\u200Ereversed 👩‍👩‍👧‍👦🏳️‍🌈 電話 ${window.__hit=1}<!--?lit$-->",
            "length", "W".repeat(100));

    /** The pages of a tenant, and what each has when it is filled. */
    private static final Map<String, String> PLACES = Map.of(
            "overview", "1 of 25 seats taken",
            "members", "wwwww@hostile.example",
            "settings", "Delete this tenant",
            "configuration", "hostile.text",
            "audit", "Tenant created");

    static final Set<String> KINDS = TEXTS.keySet();

    @ParameterizedTest
    @FieldSource("KINDS")
    void isShownAsItWasWritten(String kind) {
        String name = Objects.requireNonNull(TEXTS.get(kind));
        String email = kind + "w".repeat(56) + "@hostile.example";
        String id = tenant(email, name);
        Tab page = CONSOLE.signedInBy(CONSOLE.token(email, "--name", name));
        PLACES.forEach((place, filled) -> {
            page.open(CONSOLE.page("t/" + id + "/" + place)).at(shown(name));
            page.sees(filled);
            assertHarmless(page);
        });
        page.open(CONSOLE.page("t/" + id + "/audit")).at(shown(name));
        assertThat(page.title()).contains(shown(name));
        page.press("Tenant: …");
        page.find("option", "…");
        assertHarmless(page);
        page.keys(Keys.ESCAPE);
        page.open(CONSOLE.page("tenants")).at(shown(name));
        assertHarmless(page);
        page.open(CONSOLE.page("t/" + id + "/members"));
        page.press("Leave");
        page.find("dialog", "Leave …");
        assertHarmless(page);
    }

    private static void assertHarmless(Tab page) {
        for (int width : List.of(375, 1200)) {
            page.size(width, 800);
            page.assertFits();
        }
        assertThat(page.run("return window.__hit ?? null")).isNull();
    }

    /** A page shows runs of white space as one. */
    private static String shown(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private static String tenant(String email, String text) {
        Api api = CONSOLE.as(email);
        String id = api.makeTenant(Map.of("name", text, "description", text, "metadata", Map.of(text, text)));
        api.in(id).call("PUT", "/tenants/" + id + "/configs/hostile.text", Map.of("value", Map.of("text", text)));
        return id;
    }
}
