package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is issued says what was asked for, and is accepted back. */
class TokenIssuerTest extends TokenFixture {

    @Test
    void issuedAndVerified() {
        clock.set(Instant.parse("2026-11-23T06:09:00.987654321Z"));
        TokenIssuer.Issued issued = issuer.issueTenantToken(USER, "ana@acme.example", TENANT, "admin");

        Instant issuedAt = Instant.parse("2026-11-23T06:09:00Z");
        assertThat(issued.expiresAt()).isEqualTo(issuedAt.plus(settings.ttl()));
        TenantToken token = (TenantToken) verifier.verify(issued.token());
        assertThat(token)
                .isEqualTo(new TenantToken(
                        token.id(),
                        USER,
                        "ana@acme.example",
                        TENANT,
                        "admin",
                        issuedAt,
                        null,
                        issuedAt,
                        issued.expiresAt()));
    }

    @Test
    void carriesWhatTheContractNames() {
        DecodedJWT jwt = JWT.decode(issuer.issueTenantToken(USER, "ana@acme.example", TENANT, "admin")
                .token());

        assertThat(jwt.getType()).isEqualTo("tenancy+jwt");
        assertThat(jwt.getAlgorithm()).isEqualTo("HS256");
        assertThat(jwt.getKeyId()).isNull();
        assertThat(jwt.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss", "aud", "sub", "email", "tenant_id", "role", "auth_time", "iat", "exp", "jti");
        assertThat(jwt.getIssuer()).isEqualTo("tenancy");
        assertThat(jwt.getAudience()).containsExactly("tenancy-api");
        assertThat(jwt.getSubject()).isEqualTo(USER.toString());
        assertThat(jwt.getClaim("tenant_id").asString()).isEqualTo(TENANT.toString());
        assertThat(jwt.getExpiresAtAsInstant()).isEqualTo(clock.instant().plus(settings.ttl()));
    }

    @Test
    void eachHasAnIdOfItsOwn() {
        TenantToken one = (TenantToken) verifier.verify(issue());
        TenantToken other = (TenantToken) verifier.verify(issue());

        assertThat(one.id()).isNotEqualTo(other.id());
    }

    private String issue() {
        return issuer.issueTenantToken(USER, "ana@acme.example", TENANT, "admin")
                .token();
    }

    @Test
    void lengthOfItsLifeIsTheSetting() {
        TokenSettings day = new TokenSettings("tenancy", "tenancy-api", Duration.ofHours(24), clock);

        TokenIssuer.Issued issued =
                new TokenIssuer(day, secretOnly).issueTenantToken(USER, "a@b.example", TENANT, "viewer");

        assertThat(verifier.verify(issued.token()).expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void livesNoLongerThanItsSession() {
        Instant since = clock.instant().minusSeconds(60);
        Instant end = clock.instant().plusMillis(90_999);

        TokenIssuer.Issued issued = issuer.issueTenantToken(USER, "a@b.example", TENANT, "viewer", since, end);

        TenantToken token = (TenantToken) verifier.verify(issued.token());
        assertThat(token.authenticatedAt()).isEqualTo(since);
        assertThat(token.sessionEndsAt()).isEqualTo(clock.instant().plusSeconds(90));
        assertThat(token.expiresAt()).isEqualTo(clock.instant().plusSeconds(90));
        Instant later = clock.instant().plus(settings.ttl()).plusSeconds(1);
        assertThat(issuer.issueTenantToken(USER, "a@b.example", TENANT, "viewer", since, later)
                        .expiresAt())
                .isEqualTo(clock.instant().plus(settings.ttl()));
    }

    @Test
    void anyUuidDoes() {
        UUID odd = new UUID(-1, -1);

        TenantToken token = (TenantToken) verifier.verify(
                issuer.issueTenantToken(odd, "a@b.example", odd, "viewer").token());

        assertThat(token.userId()).isEqualTo(odd);
        assertThat(token.tenantId()).isEqualTo(odd);
    }

    @Test
    void issuedByTheCommandLine() {
        TokenIssuer.Issued issued = issuer.issueIdentityToken("ana", "ana@acme.example", "Ana", Duration.ofDays(30));

        assertThat(acceptIdentity(issued.token()))
                .isEqualTo(new IdentityToken(
                        "tenancy", "ana", "ana@acme.example", true, "Ana", clock.instant(), issued.expiresAt()));
        assertThat(issued.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        acceptIdentity(issuer.issueIdentityToken("ana", "ana@acme.example", null, Duration.ofSeconds(1))
                .token());
    }

    @Test
    void issuesNoIdentityThatItWouldRefuse() {
        for (Duration ttl : new Duration[] {
            Duration.ZERO,
            Duration.ofMillis(999),
            Duration.ofDays(-1),
            Duration.ofDays(30).plusNanos(1)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> issuer.issueIdentityToken("ana", "a@b.example", null, ttl))
                    .withMessageContaining("30 days");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issueIdentityToken("", "a@b.example", null, Duration.ofDays(1)))
                .withMessageStartingWith("sub must be 1 to 255 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issueIdentityToken("ana", "a\nb", null, Duration.ofDays(1)))
                .withMessageStartingWith("email must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issueIdentityToken("ana", "a@b.example", "", Duration.ofDays(1)))
                .withMessageStartingWith("name must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentityToken("", "ana", "a@b.example", true, null, null, clock.instant()))
                .withMessageStartingWith("iss must be");
        String wide = "€".repeat(254);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    TokenSettings wordy = new TokenSettings(wide, wide, settings.ttl(), clock);
                    new TokenIssuer(wordy, secretOnly).issueIdentityToken(wide, wide, wide, Duration.ofDays(1));
                })
                .withMessageContaining("4096");
    }

    @Test
    void issuesNoTenantTokenThatItWouldRefuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issueTenantToken(USER, "", TENANT, "admin"))
                .withMessageStartingWith("email must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issueTenantToken(USER, "a@b.example", TENANT, "r".repeat(65)))
                .withMessageStartingWith("role must be");
    }
}
