package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What it takes to show the console. */
class LoadTest {
    private static final String LOADED = """
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .map(({ name, transferSize }) => [name, transferSize]);
            """;

    private static final String PAINTED = """
            return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
            """;

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void loadsLittleAndOnlyFromTheServerItself() {
        Tab page = CONSOLE.signedIn("ana@acme.example").at("3 of 25 seats taken");

        List<?> loaded = (List<?>) Objects.requireNonNull(page.run(LOADED));
        assertThat(loaded)
                .hasSizeGreaterThan(10)
                .allSatisfy(entry -> assertThat(name(entry)).startsWith(CONSOLE.url() + "/"));
        long bytes = loaded.stream().mapToLong(LoadTest::bytes).sum();
        Object paint = Await.until(() -> "the first paint", () -> page.run(PAINTED));
        System.out.printf(
                "console: %d requests, %d bytes, first contentful paint after %s ms%n", loaded.size(), bytes, paint);
        assertThat(bytes).isPositive().isLessThan(150_000);
    }

    private static String name(Object entry) {
        return String.valueOf(((List<?>) entry).get(0));
    }

    private static long bytes(Object entry) {
        return ((Number) ((List<?>) entry).get(1)).longValue();
    }
}
