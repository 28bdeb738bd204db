package ai.callcenter.tenancy.http.token.oidc;

import java.security.PublicKey;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public key that a provider publishes, with the algorithms that it may be used with: never another, whatever a token
 * says (RFC 8725, section 3.1).
 */
public final class ProviderKey {
    private final @Nullable String id;
    private final Set<JwsAlgorithm> algorithms;
    private final PublicKey key;

    ProviderKey(@Nullable String id, Set<JwsAlgorithm> algorithms, PublicKey key) {
        this.id = id;
        this.algorithms = Set.copyOf(algorithms);
        this.key = key;
    }

    /** Its {@code kid}, null where it has none. */
    @Nullable
    String id() {
        return id;
    }

    /** Whether it may verify tokens with this {@code alg}. */
    public boolean allows(String algorithm) {
        JwsAlgorithm known = JwsAlgorithm.named(algorithm);
        return known != null && algorithms.contains(known);
    }

    /**
     * Whether the signature is this key's.
     *
     * @param algorithm one that it {@linkplain #allows allows}; with another the answer is no
     * @param signed the signed bytes (RFC 7515, section 5.2, step 8)
     * @param signature the signature's own bytes
     */
    public boolean verifies(String algorithm, byte[] signed, byte[] signature) {
        JwsAlgorithm known = JwsAlgorithm.named(algorithm);
        return known != null && algorithms.contains(known) && known.verify(key, signed, signature);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProviderKey that
                && Objects.equals(id, that.id)
                && algorithms.equals(that.algorithms)
                && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "ProviderKey[" + id + " " + algorithms + "]";
    }
}
