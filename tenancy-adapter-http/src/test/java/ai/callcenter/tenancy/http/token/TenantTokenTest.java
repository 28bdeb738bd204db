package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token for one user in one tenant must say. */
class TenantTokenTest extends TokenFixture {

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "email", "exp", "iat", "auth_time", "jti", "tenant_id", "role"})
    void requiredClaim(String name) {
        assertThat(verifier.verify(Forge.hs256(HS_TENANT, json(tenantClaims()))))
                .isInstanceOf(TenantToken.class);
        refused(tenant(name, null), Reason.CLAIM);
        refused(tenant(name, "null"), Reason.CLAIM);
        refused(tenant(name, "[]"), name.equals("aud") ? Reason.AUDIENCE : Reason.CLAIM);
        refused(tenant(name, "true"), Reason.CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "jti", "tenant_id"})
    void idsAreUuidsInLowerCase(String name) {
        for (String bad : new String[] {
            "google|42",
            "00000000-0000-4000-8000-00000000000A",
            "0-0-4000-8000-a",
            "00000000000040008000000000000000",
            "{00000000-0000-4000-8000-00000000000a}",
            " 00000000-0000-4000-8000-00000000000a",
            "00000000-0000-4000-8000-00000000000a0"
        }) {
            refused(tenant(name, '"' + bad + '"'), Reason.CLAIM);
        }
    }

    @Test
    void cannotPassForAnIdentity() {
        String identityAsTenant = Forge.hs256(HS_TENANT, json(identityClaims()));
        refused(identityAsTenant, Reason.CLAIM);
    }
}
