package ai.callcenter.tenancy.http.token.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Providers that are asked far more often than usual, and waiting for what comes of it. */
public final class Quick {
    static final Duration NEVER = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Quick() {}

    /** Asked at the start alone, unless a test waits for an hour. */
    public static OidcProviders once(OidcSettings... settings) {
        return start(NEVER, NEVER, settings);
    }

    /** Asked again where a key is missed, but this long after the last time at the earliest. */
    public static OidcProviders onMisses(Duration gap, OidcSettings... settings) {
        return start(gap, NEVER, settings);
    }

    /** Asked again and again. */
    public static OidcProviders often(OidcSettings... settings) {
        return start(Duration.ofMillis(20), Duration.ofMillis(20), settings);
    }

    private static OidcProviders start(Duration gap, Duration refresh, OidcSettings... settings) {
        return OidcProviders.start(List.of(settings), new Pace(gap, refresh, LONGEST, LONGEST));
    }

    public static OidcSettings settings(FakeProvider provider) {
        return new OidcSettings(provider.issuer(), Set.of("tenancy-api"));
    }

    /** Waits until it is so; fails after ten seconds. */
    public static void await(String what, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for: %s", what).isLessThan(end);
            Thread.sleep(2);
        }
    }
}
