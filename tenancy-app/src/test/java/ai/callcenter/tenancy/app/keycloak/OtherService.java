package ai.callcenter.tenancy.app.keycloak;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * Another service of the call center, which takes tenant tokens: it knows the issuer, the audience and the key set that
 * the tenancy server publishes, and shares no code with it.
 */
final class OtherService {
    private final String issuer;
    private final String audience;
    private final JsonNode keys;

    /** @param jwks the body of {@code /.well-known/jwks.json} */
    OtherService(String issuer, String audience, String jwks) throws java.io.IOException {
        this.issuer = issuer;
        this.audience = audience;
        this.keys = new ObjectMapper().readTree(jwks).path("keys");
    }

    /** @throws com.auth0.jwt.exceptions.JWTVerificationException if it is no good token for this service */
    DecodedJWT verify(String token) throws GeneralSecurityException {
        Algorithm algorithm = Algorithm.RSA256(key(JWT.decode(token).getKeyId()), null);
        return JWT.require(algorithm)
                .withIssuer(issuer)
                .withAudience(audience)
                .withClaimPresence("exp")
                .withClaimPresence("tenant_id")
                .build()
                .verify(token);
    }

    private RSAPublicKey key(String id) throws GeneralSecurityException {
        for (JsonNode key : keys) {
            if (key.path("kid").asText().equals(id)) {
                RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
                return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
            }
        }
        throw new GeneralSecurityException("no key " + id);
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asText()));
    }
}
