package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Users;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.IdentityToken;
import ai.callcenter.tenancy.http.token.TenantToken;
import ai.callcenter.tenancy.http.token.VerifiedToken;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;

/** From what a verified token says to the caller; the first token of an identity makes its user. */
record VerifiedCallers(Users users) {
    /**
     * The caller, who acts in the tenant of a tenant token, and in none yet with an identity token.
     *
     * @throws Refusal 401
     * @throws TenancyException what {@link Users#signIn} refuses
     */
    Caller.User of(VerifiedToken token, String requestId) {
        return switch (token) {
            case TenantToken tenant ->
                new Caller.User(
                        new UserId(tenant.userId()),
                        new TenantId(tenant.tenantId()),
                        requestId,
                        tenant.authenticatedAt(),
                        tenant.sessionEndsAt());
            case IdentityToken identity ->
                new Caller.User(users.signIn(identity(identity), requestId), null, requestId, since(identity), null);
        };
    }

    /** One that does not say when it was issued is older than any sign-out. */
    private static Instant since(IdentityToken token) {
        return token.issuedAt() == null ? Instant.EPOCH : token.issuedAt();
    }

    private static Identity identity(IdentityToken token) {
        try {
            return new Identity(
                    token.issuer(), token.subject(), new Email(token.email()), token.emailVerified(), token.name());
        } catch (TenancyException e) {
            throw Bearer.refused("invalid_token", "The token names nobody who could be a user here");
        }
    }
}
