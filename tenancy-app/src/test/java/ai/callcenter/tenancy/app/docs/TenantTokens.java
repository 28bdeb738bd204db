package ai.callcenter.tenancy.app.docs;

import com.auth0.jwk.JwkException;
import com.auth0.jwk.JwkProvider;
import com.auth0.jwk.JwkProviderBuilder;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;

/** Verifies tenant tokens; one for the whole service. */
final class TenantTokens {
    private final String issuer;
    private final String audience;
    private final JwkProvider keys;

    TenantTokens(String server, String issuer, String audience) throws MalformedURLException {
        this.issuer = issuer;
        this.audience = audience;
        this.keys = new JwkProviderBuilder(
                        URI.create(server + "/.well-known/jwks.json").toURL())
                .cached(10, Duration.ofHours(1))
                .build();
    }

    DecodedJWT verify(String token) throws JwkException {
        DecodedJWT claimed = JWT.decode(token);
        if (!"tenancy+jwt".equals(claimed.getType())) {
            throw new JWTVerificationException("not a tenant token");
        }
        RSAPublicKey key = (RSAPublicKey) keys.get(claimed.getKeyId()).getPublicKey();
        return JWT.require(Algorithm.RSA256(key, null))
                .withIssuer(issuer)
                .withAudience(audience)
                .withClaimPresence("exp")
                .withClaimPresence("sub")
                .withClaimPresence("tenant_id")
                .build()
                .verify(token);
    }
}
