package ai.callcenter.tenancy.app.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;

/** Waits for what a page must come to. */
final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        until(() -> what, () -> condition.getAsBoolean() ? true : null);
    }

    /** What is there in the end; what was meant is asked for where it never comes. */
    static <T> T until(Supplier<String> what, Supplier<@Nullable T> attempt) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            T found = attempt(attempt);
            if (found != null) {
                return found;
            }
            if (System.nanoTime() - deadline > 0) {
                return fail("still not, after %d s: %s".formatted(LIMIT.toSeconds(), what.get()));
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What was drawn anew while it was looked at is looked at once more. */
    private static <T> @Nullable T attempt(Supplier<@Nullable T> attempt) {
        try {
            return attempt.get();
        } catch (StaleElementReferenceException e) {
            return null;
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage())
                    .matches("(?s).*(No node|Could not find node|node with given id|navigat|-32000).*")) {
                return null;
            }
            throw e;
        }
    }
}
