package ai.callcenter.tenancy.http.token.oidc;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses at a provider: encrypted, unless nothing leaves this machine. */
final class ProviderUrl {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private ProviderUrl() {}

    /** True for what OpenID Connect Discovery 1.0, section 3, allows as {@code issuer}. */
    static boolean isIssuer(String text) {
        URI uri = parse(text);
        return uri != null && secure(uri) && uri.getRawQuery() == null && uri.getRawFragment() == null;
    }

    /** Where the provider describes itself (section 4.1: a slash at the end of the issuer goes first). */
    static URI discovery(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    /** An address that the provider names, or null where it is none, or less protected than the issuer. */
    static @Nullable URI endpoint(String text, String issuer) {
        URI uri = parse(text);
        boolean kept = uri != null && secure(uri) && (isHttps(uri) || !isHttps(URI.create(issuer)));
        return kept ? uri : null;
    }

    private static @Nullable URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean secure(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && (isHttps(uri)
                        || ("http".equalsIgnoreCase(uri.getScheme())
                                && LOOPBACK.matcher(uri.getHost()).matches()));
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }
}
