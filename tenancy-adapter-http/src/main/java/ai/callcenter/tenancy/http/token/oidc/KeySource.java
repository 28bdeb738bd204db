package ai.callcenter.tenancy.http.token.oidc;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From an issuer to its keys and endpoints: OpenID Connect Discovery 1.0, section 4, then RFC 7517, section 5. */
final class KeySource {
    private static final int MAX_KEYS = 100;

    private final String issuer;
    private final Download download;

    KeySource(String issuer, Download download) {
        this.issuer = issuer;
        this.download = download;
    }

    /**
     * Asks the provider. Both documents each time: a provider may move its keys.
     *
     * @throws ProviderException if they cannot be had, or are not what they must be
     */
    Published fetch() throws ProviderException, InterruptedException {
        Described described = read(ProviderUrl.discovery(issuer), this::described);
        return new Published(read(described.keys, KeySource::keys), described.endpoints);
    }

    /** What a provider tells about itself. */
    record Published(KeySet keys, ProviderEndpoints endpoints) {}

    private record Described(URI keys, ProviderEndpoints endpoints) {}

    private <T> T read(URI uri, Reader<T> reader) throws ProviderException, InterruptedException {
        try {
            return reader.read(JsonTree.object(download.get(uri)));
        } catch (ProviderException e) {
            throw new ProviderException(uri + ": " + e.getMessage());
        }
    }

    /** Takes what is wanted out of a document. */
    private interface Reader<T> {
        T read(Map<String, Object> document) throws ProviderException;
    }

    private Described described(Map<String, Object> document) throws ProviderException {
        Object named = document.get("issuer");
        // Section 4.3: or whoever serves this address could speak for another issuer.
        if (!issuer.equals(named)) {
            throw new ProviderException("it names another issuer, " + shown(named) + ", and not exactly \"" + issuer
                    + "\"; TENANCY_OIDC_ISSUER must be what the provider says");
        }
        Object uri = document.get("jwks_uri");
        URI keys = uri instanceof String text ? ProviderUrl.endpoint(text, issuer) : null;
        if (keys == null) {
            throw new ProviderException("its jwks_uri is no https address: " + shown(uri));
        }
        return new Described(keys, ProviderEndpoints.of(document, issuer));
    }

    private static KeySet keys(Map<String, Object> document) throws ProviderException {
        if (!(document.get("keys") instanceof List<?> list)) {
            throw new ProviderException("it has no list of keys");
        }
        if (list.size() > MAX_KEYS) {
            throw new ProviderException("it has %d keys, at most %d are taken".formatted(list.size(), MAX_KEYS));
        }
        Set<ProviderKey> keys = new LinkedHashSet<>();
        for (Object item : list) {
            ProviderKey key = item instanceof Map<?, ?> members ? Jwk.read(members) : null;
            if (key != null) {
                keys.add(key);
            }
        }
        return new KeySet(keys);
    }

    /** What a provider wrote, as far as it fits into a log line. */
    private static String shown(@Nullable Object value) {
        return value instanceof String text && text.matches("[ !#-~]{1,255}") ? '"' + text + '"' : "(none)";
    }
}
