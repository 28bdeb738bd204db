package ai.callcenter.tenancy.http.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which keys speak for which kind of token. Each kind has one algorithm, so a key is never used with another (RFC 8725,
 * section 3.1).
 *
 * @param identity verify identity tokens, and sign those of the command line
 * @param tenant sign and verify tenant tokens
 */
public record TokenKeys(SigningKeys identity, SigningKeys tenant) {

    /**
     * A secret alone does everything, and so do RSA keys alone. With both, the secret verifies the host's identity
     * tokens and the RSA keys sign tenant tokens, so that anybody can verify those and the host cannot make them.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public static TokenKeys of(@Nullable SharedSecret secret, @Nullable RsaKeys rsa) {
        SigningKeys identity = secret != null ? secret : rsa;
        SigningKeys tenant = rsa != null ? rsa : secret;
        if (identity == null || tenant == null) {
            throw new IllegalArgumentException("tokens need a shared secret, RSA keys, or both");
        }
        return new TokenKeys(identity, tenant);
    }

    /** The public keys that verify tenant tokens, as a JSON Web Key Set; empty for a secret. */
    public Optional<String> jwks() {
        return tenant.jwks();
    }
}
