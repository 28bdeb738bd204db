package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret for HMAC with SHA-256 (HS256), shared with the host application. Whoever holds it can make any token: that
 * is what it is for.
 *
 * <p>Has no {@code kid}, since a thumbprint of a secret helps to guess it (RFC 7638, section 7); a token that carries
 * one is refused.
 */
public final class SharedSecret extends SigningKeys {
    private static final int MIN_BYTES = 32;

    private final Algorithm algorithm;

    private SharedSecret(byte[] secret) {
        algorithm = Algorithm.HMAC256(secret);
    }

    /**
     * A secret from text.
     *
     * @param secret its UTF-8 bytes are the key, exactly as given
     * @throws IllegalArgumentException if it has fewer than 32 bytes (RFC 7518, section 3.2)
     */
    public static SharedSecret of(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "the shared secret has %d bytes, HS256 needs at least %d; make one: openssl rand -base64 32"
                            .formatted(bytes.length, MIN_BYTES));
        }
        return new SharedSecret(bytes);
    }

    @Override
    @Nullable
    Algorithm verifier(@Nullable String kid) {
        return kid == null ? algorithm : null;
    }

    @Override
    Algorithm signer() {
        return algorithm;
    }

    @Override
    @Nullable
    String signerId() {
        return null;
    }

    @Override
    public Optional<String> jwks() {
        return Optional.empty();
    }
}
