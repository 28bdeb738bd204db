package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * RSA key pairs for RS256, from a PEM file with one or more {@code PRIVATE KEY} blocks (PKCS#8, not encrypted, at least
 * 2048 bits). <b>The first key signs; all of them verify and are published.</b>
 *
 * <p>To change the key without refusing a good token: append the next key to the file and restart every server, so that
 * all of them, and whoever caches the key set, know it; then move it to the top and restart; once a token's ttl has
 * passed, take the old key out.
 *
 * <p>A token is matched to its key by {@code kid}, the key's RFC 7638 thumbprint. One without {@code kid} is accepted
 * only while there is a single key.
 */
public final class RsaKeys extends SigningKeys {
    private final RsaKey current;
    private final Map<String, RsaKey> byId;
    private final String jwks;

    private RsaKeys(List<RSAPrivateCrtKey> privateKeys) {
        Map<String, RsaKey> keys = new LinkedHashMap<>();
        for (RSAPrivateCrtKey privateKey : privateKeys) {
            RsaKey key = RsaKey.of(privateKey);
            if (keys.put(key.kid(), key) != null) {
                throw new IllegalArgumentException("the RSA key %s is there twice".formatted(key.kid()));
            }
        }
        byId = Map.copyOf(keys);
        current = keys.values().iterator().next();
        jwks = keys.values().stream().map(RsaKey::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    /**
     * The keys in a PEM text.
     *
     * @throws IllegalArgumentException if the text holds no key, or one that is not sound; the message says what to do
     *     and contains nothing of a key
     */
    public static RsaKeys ofPem(String pem) {
        return new RsaKeys(PemKeys.parse(pem));
    }

    /**
     * Reads a file as {@link #ofPem} does. Who may read it is left to its owner: files that an orchestrator mounts are
     * often open to a group on purpose.
     *
     * @throws IllegalArgumentException as {@link #ofPem}, with the file's name
     * @throws IOException if the file cannot be read
     */
    public static RsaKeys read(Path file) throws IOException {
        String pem = Files.readString(file, US_ASCII);
        try {
            return ofPem(pem);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    @Nullable
    Algorithm verifier(@Nullable String kid) {
        if (kid == null) {
            return byId.size() == 1 ? current.algorithm() : null;
        }
        RsaKey key = byId.get(kid);
        return key == null ? null : key.algorithm();
    }

    @Override
    Algorithm signer() {
        return current.algorithm();
    }

    @Override
    String signerId() {
        return current.kid();
    }

    @Override
    public Optional<String> jwks() {
        return Optional.of(jwks);
    }
}
