package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A verifier with a clock that stands still, and well-formed claims to take apart. */
abstract class TokenFixture {
    static final String HS = "{\"alg\":\"HS256\"}";
    static final String HS_TENANT = "{\"alg\":\"HS256\",\"typ\":\"tenancy+jwt\"}";
    static final UUID USER = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    static final UUID TENANT = UUID.fromString("00000000-0000-4000-8000-00000000000b");

    final MutableClock clock = new MutableClock();
    final TokenSettings settings = new TokenSettings("tenancy", "tenancy-api", Duration.ofHours(1), clock);
    final SharedSecret secret = SharedSecret.of(Forge.SECRET);
    final TokenKeys secretOnly = TokenKeys.of(secret, null);
    final TokenVerifier verifier = new TokenVerifier(settings, secretOnly);
    final TokenIssuer issuer = new TokenIssuer(settings, secretOnly);

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** The claims of an identity token, as raw JSON values by name. */
    Map<String, String> identityClaims() {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("iss", "\"tenancy\"");
        claims.put("aud", "\"tenancy-api\"");
        claims.put("sub", "\"google|42\"");
        claims.put("email", "\"Ana@Acme.example\"");
        claims.put("exp", String.valueOf(now() + 3600));
        return claims;
    }

    /** The claims of a tenant token, as raw JSON values by name. */
    Map<String, String> tenantClaims() {
        Map<String, String> claims = identityClaims();
        claims.put("sub", "\"" + USER + "\"");
        claims.put("tenant_id", "\"" + TENANT + "\"");
        claims.put("role", "\"admin\"");
        claims.put("jti", "\"00000000-0000-4000-8000-00000000000c\"");
        claims.put("auth_time", String.valueOf(now() - 60));
        claims.put("iat", String.valueOf(now()));
        return claims;
    }

    /** The claims with one replaced, or taken out where the value is null. */
    static String json(Map<String, String> claims, String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(claims);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return json(changed);
    }

    static String json(Map<String, String> claims) {
        return claims.entrySet().stream()
                .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    String identity(String name, @Nullable String value) {
        return Forge.hs256(HS, json(identityClaims(), name, value));
    }

    String tenant(String name, @Nullable String value) {
        return Forge.hs256(HS_TENANT, json(tenantClaims(), name, value));
    }

    IdentityToken acceptIdentity(String token) {
        assertThat(verifier.verify(token)).isInstanceOf(IdentityToken.class);
        return (IdentityToken) verifier.verify(token);
    }

    void refused(String token, Reason reason) {
        assertThat(refusal(verifier, token).reason()).as(token).isEqualTo(reason);
    }

    static InvalidTokenException refusal(TokenVerifier verifier, String token) {
        InvalidTokenException refusal = catchThrowableOfType(InvalidTokenException.class, () -> verifier.verify(token));
        assertThat(refusal).as("accepted: %s", token).isNotNull();
        return refusal;
    }
}
