package ai.callcenter.tenancy.http.token;

import com.auth0.jwt.algorithms.Algorithm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one algorithm: one that signs, and all that verify. Fixed once made; a token can pick one of them by its
 * {@code kid}, and can never bring or point to another.
 */
public abstract sealed class SigningKeys permits SharedSecret, RsaKeys {

    /** The key that verifies tokens with this {@code kid}, null where there is none. */
    abstract @Nullable Algorithm verifier(@Nullable String kid);

    abstract Algorithm signer();

    /** The {@code kid} of the signing key, null where tokens carry none. */
    abstract @Nullable String signerId();

    /** The {@code alg} of every token under these keys (RFC 7518, section 3.1). */
    final String algorithm() {
        return signer().getName();
    }

    /**
     * The public keys as a JSON Web Key Set (RFC 7517), for {@code /.well-known/jwks.json}; empty for a shared secret,
     * which has nothing that may be published.
     */
    public abstract Optional<String> jwks();

    /** Names the algorithm, and nothing of a key. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + algorithm() + "]";
    }
}
