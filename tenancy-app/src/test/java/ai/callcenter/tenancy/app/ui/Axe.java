package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * Looks for what keeps people out of a page, by the rules of WCAG 2.0 to 2.2, levels A and AA, that a program can
 * check.
 */
final class Axe {
    private static final String AXE = Script.read("/axe.min.js");
    private static final String RUN = Script.read("axe-run.js");

    private Axe() {}

    static void assertNoViolations(Tab tab, String what) {
        tab.run(AXE);
        Object found = tab.runAsync(RUN);
        assertThat((List<?>) found).as("what axe finds wrong with %s", what).isEmpty();
    }
}
