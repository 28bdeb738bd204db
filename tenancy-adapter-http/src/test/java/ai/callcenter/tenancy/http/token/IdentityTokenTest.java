package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an identity token of a host application or an identity provider must say, and may. */
class IdentityTokenTest extends TokenFixture {

    @Test
    void saysWhoTheCallerIs() {
        IdentityToken token = acceptIdentity(Forge.hs256(HS, json(identityClaims())));

        assertThat(token)
                .isEqualTo(new IdentityToken(
                        "tenancy",
                        "google|42",
                        "Ana@Acme.example",
                        true,
                        null,
                        null,
                        clock.instant().plusSeconds(3600)));
    }

    @Test
    void saysWhenItWasIssuedWhereItDoes() {
        assertThat(acceptIdentity(identity("iat", String.valueOf(now() - 5))).issuedAt())
                .isEqualTo(clock.instant().minusSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"HS256\"}", "{\"typ\":\"JWT\",\"alg\":\"HS256\"}"})
    void typIsAbsentOrJwt(String header) {
        acceptIdentity(Forge.hs256(header, json(identityClaims())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt", "JOSE", "at+jwt", "Tenancy+jwt", "application/tenancy+jwt", ""})
    void anyOtherTypIsRefused(String typ) {
        refused(Forge.hs256("{\"alg\":\"HS256\",\"typ\":\"%s\"}".formatted(typ), json(identityClaims())), Reason.TYPE);
    }

    @Test
    void emailVerifiedIsKept() {
        assertThat(acceptIdentity(identity("email_verified", "true")).emailVerified())
                .isTrue();
        assertThat(acceptIdentity(identity("email_verified", "false")).emailVerified())
                .isFalse();
    }

    @Test
    void nameIsOptional() {
        assertThat(acceptIdentity(identity("name", "\"Ana Šarić 🎧\"")).name()).isEqualTo("Ana Šarić 🎧");
        assertThat(acceptIdentity(identity("name", "\"\"")).name()).isNull();
    }

    @Test
    void audienceMayBeOneOfSeveral() {
        acceptIdentity(identity("aud", "[\"another\",\"tenancy-api\"]"));
        refused(identity("aud", "[\"another\"]"), Reason.AUDIENCE);
        refused(identity("aud", "[]"), Reason.AUDIENCE);
        refused(identity("aud", "\"tenancy\""), Reason.AUDIENCE);
        refused(identity("aud", "\"Tenancy-api\""), Reason.AUDIENCE);
    }

    @Test
    void issuerIsExact() {
        refused(identity("iss", "\"tenancy/\""), Reason.ISSUER);
        refused(identity("iss", "\"Tenancy\""), Reason.ISSUER);
    }

    @Test
    void theIssuerIsNamedBeforeTheKey() {
        String claims = json(identityClaims(), "iss", "\"https://login.example.com\"");
        refused(Forge.rs256(Forge.RSA.getPrivate(), "{\"alg\":\"RS256\",\"kid\":\"1\"}", claims), Reason.ISSUER);
        refused(Forge.rs256(Forge.RSA.getPrivate(), "{\"alg\":\"RS256\"}", json(identityClaims())), Reason.ALGORITHM);
    }

    @Test
    void claimsThatMeanNothingHereAreIgnored() {
        acceptIdentity(identity("realm_access", "{\"roles\":[\"a\",{\"b\":[1.5,null]}]}"));
        acceptIdentity(identity("role", "\"platform_admin\""));
        acceptIdentity(identity("exp_hint", "123456789012345678901234567890"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "email", "exp"})
    void requiredClaim(String name) {
        refused(identity(name, null), Reason.CLAIM);
        refused(identity(name, "null"), Reason.CLAIM);
        refused(identity(name, "{}"), Reason.CLAIM);
        refused(identity(name, "true"), Reason.CLAIM);
        refused(identity(name, "\"\""), name.equals("aud") ? Reason.AUDIENCE : Reason.CLAIM);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "iss|7",
                "sub|7",
                "sub|[`a`]",
                "email|7",
                "email|[`a@b.example`]",
                "name|7",
                "name|null",
                "email_verified|`true`",
                "email_verified|1",
                "email_verified|null",
                "aud|7",
                "aud|[`tenancy-api`,7]",
                "aud|[[`tenancy-api`]]",
                "aud|{`0`:`tenancy-api`}"
            },
            delimiter = '|')
    void wrongType(String name, String value) {
        refused(identity(name, value.replace('`', '"')), Reason.CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "email", "name", "iss"})
    void textHasNoControlCharactersAndNoHalfCharacters(String name) {
        for (String bad : new String[] {"\\u0000", "a\\nb", "\\u007f", "\\u0085", "\\ud83c", "\\udfa7\\ud83c"}) {
            refused(identity(name, '"' + bad + '"'), Reason.CLAIM);
        }
    }

    @Test
    void textIsBounded() {
        acceptIdentity(identity("sub", '"' + "s".repeat(255) + '"'));
        refused(identity("sub", '"' + "s".repeat(256) + '"'), Reason.CLAIM);
        acceptIdentity(identity("email", '"' + "e".repeat(254) + '"'));
        refused(identity("email", '"' + "e".repeat(255) + '"'), Reason.CLAIM);
        acceptIdentity(identity("name", '"' + "n".repeat(255) + '"'));
        refused(identity("name", '"' + "n".repeat(256) + '"'), Reason.CLAIM);
    }

    @Test
    void aTenantIsRefused() {
        refused(identity("tenant_id", "\"" + TENANT + "\""), Reason.TYPE);
        refused(identity("tenant_id", "null"), Reason.TYPE);
        refused(Forge.hs256(HS, json(tenantClaims())), Reason.TYPE);
    }
}
