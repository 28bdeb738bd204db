package ai.callcenter.tenancy.http.token.oidc;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect providers whose tokens are accepted as identity tokens.
 *
 * <pre>{@code
 * var providers = OidcProviders.start(List.of(new OidcSettings("https://login.example.com", Set.of("tenancy"))));
 * var verifier = new TokenVerifier(settings, keys, providers);
 * }</pre>
 *
 * <p>Each has one daemon thread, until {@link #close}.
 */
public final class OidcProviders implements AutoCloseable {
    private final Map<String, OidcProvider> byIssuer;

    private OidcProviders(Map<String, OidcProvider> byIssuer) {
        this.byIssuer = Collections.unmodifiableMap(new LinkedHashMap<>(byIssuer));
    }

    /** No provider at all. */
    public static OidcProviders none() {
        return new OidcProviders(Map.of());
    }

    /**
     * Asks each provider for its keys, and goes on doing so. Returns when all have been asked, after five seconds at
     * the latest; one that is away is no failure, since it may come back.
     *
     * @throws IllegalArgumentException if two have the same issuer
     */
    public static OidcProviders start(Collection<OidcSettings> settings) {
        return start(settings, Pace.USUAL);
    }

    static OidcProviders start(Collection<OidcSettings> settings, Pace pace) {
        Map<String, OidcProvider> byIssuer = new LinkedHashMap<>();
        for (OidcSettings one : settings) {
            if (byIssuer.put(one.issuer(), new OidcProvider(one, pace)) != null) {
                throw new IllegalArgumentException("the issuer " + one.issuer() + " is there twice");
            }
        }
        OidcProviders providers = new OidcProviders(byIssuer);
        byIssuer.values().forEach(OidcProvider::start);
        providers.awaitAsked(pace.whole());
        return providers;
    }

    private void awaitAsked(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (OidcProvider provider : byIssuer.values()) {
                provider.awaitAsked(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The provider with exactly this issuer, null where there is none. */
    public @Nullable OidcProvider find(String issuer) {
        return byIssuer.get(issuer);
    }

    /** Each of them, in the order of the settings. */
    public Collection<OidcProvider> all() {
        return byIssuer.values();
    }

    public boolean isEmpty() {
        return byIssuer.isEmpty();
    }

    /** Ends the threads; what is known stays known. */
    @Override
    public void close() {
        byIssuer.values().forEach(OidcProvider::close);
    }
}
