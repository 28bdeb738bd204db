package ai.callcenter.tenancy.http.testing;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Tokens for tests, and the verifier that takes them: signed with HS256 by a secret that nobody else has, each valid
 * for an hour. The bad ones ({@link #expired}, {@link #wrongIssuer}, {@link #wrongAudience}, {@link #wrongKey}) are
 * made by the same methods and refused by the same verifier. Safe for use by many threads.
 */
public final class TestTokens {
    /** The issuer of the good ones, and that of everybody's identity in {@code TestTenancy}. */
    public static final String ISSUER = "https://identity.test";

    private static final String AUDIENCE = "test";
    private static final Duration TTL = Duration.ofHours(1);

    private final Clock clock;
    private final TokenKeys keys;
    private final TokenVerifier verifier;
    private final TokenIssuer issuer;

    private TestTokens(Clock clock, TokenKeys keys, TokenVerifier verifier, TokenIssuer issuer) {
        this.clock = clock;
        this.keys = keys;
        this.verifier = verifier;
        this.issuer = issuer;
    }

    /** Tokens of a fresh secret, by the system's clock. */
    public static TestTokens create() {
        return create(Clock.systemUTC());
    }

    /** Tokens of a fresh secret, made and judged by a clock, such as that of a {@code TestTenancy}. */
    public static TestTokens create(Clock clock) {
        TokenKeys keys = fresh();
        TokenSettings settings = settings(ISSUER, AUDIENCE, clock);
        return new TestTokens(clock, keys, new TokenVerifier(settings, keys), new TokenIssuer(settings, keys));
    }

    /** What is given to the filter, or to the API. */
    public TokenVerifier verifier() {
        return verifier;
    }

    /** For the API, which issues tokens itself. */
    public TokenIssuer issuer() {
        return issuer;
    }

    /**
     * An identity provider's word for who somebody is; the e-mail, in its canonical form, is the subject too.
     *
     * @throws TenancyException {@code invalid_input} when it is no e-mail
     */
    public String identity(String email) {
        String address = new Email(email).value();
        return issuer.issueIdentityToken(address, address, null, TTL).token();
    }

    /**
     * A token of a user for the tenant that it acts in.
     *
     * @throws IllegalArgumentException when it acts in none
     */
    public String tenant(Caller.User caller) {
        TenantId tenant = caller.tenant();
        if (tenant == null) {
            throw new IllegalArgumentException("the caller acts in no tenant: caller.in(tenant)");
        }
        return tenant(caller.id(), tenant, Role.MEMBER);
    }

    /**
     * A token of a user for a tenant. It need not be a member: that is the filter's to find out.
     *
     * @param role what the token says; nothing decides by it
     */
    public String tenant(UserId user, TenantId tenant, Role role) {
        return issuer.issueTenantToken(user.value(), user.value() + "@users.test", tenant.value(), role.wire())
                .token();
    }

    /** The same people's tokens, which ended a second ago. */
    public TestTokens expired() {
        return bad(
                settings(
                        ISSUER, AUDIENCE, Clock.offset(clock, TTL.plusSeconds(1).negated())),
                keys);
    }

    /** Tokens of another issuer. */
    public TestTokens wrongIssuer() {
        return bad(settings("https://other.test", AUDIENCE, clock), keys);
    }

    /** Tokens that are meant for another service. */
    public TestTokens wrongAudience() {
        return bad(settings(ISSUER, "other", clock), keys);
    }

    /** Tokens that somebody signed who does not know the secret. */
    public TestTokens wrongKey() {
        return bad(settings(ISSUER, AUDIENCE, clock), fresh());
    }

    private TestTokens bad(TokenSettings settings, TokenKeys signing) {
        return new TestTokens(clock, keys, verifier, new TokenIssuer(settings, signing));
    }

    private static TokenKeys fresh() {
        return TokenKeys.of(SharedSecret.of(UUID.randomUUID() + "." + UUID.randomUUID()), null);
    }

    private static TokenSettings settings(String issuer, String audience, Clock clock) {
        return new TokenSettings(issuer, audience, TTL, clock);
    }
}
