package ai.callcenter.tenancy.app.ui;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each page in each state, light and dark: nothing keeps people out, nothing is cut off, and a picture to look at. */
class PagesTest {
    @RegisterExtension
    static final Console CONSOLE = new Console();

    static final List<PageState> STATES = PageState.ALL;

    @ParameterizedTest
    @FieldSource("STATES")
    void letsEverybodyIn(PageState state) {
        Tab page = state.reach().apply(CONSOLE);
        for (String scheme : List.of("light", "dark")) {
            page.scheme(scheme).screenshot("%s-%s".formatted(state.name(), scheme));
            Axe.assertNoViolations(page, "%s in %s".formatted(state.name(), scheme));
        }
        page.assertFits();
        page.scheme("light").size(375, 740).screenshot(state.name() + "-phone");
        page.assertFits();
    }
}
