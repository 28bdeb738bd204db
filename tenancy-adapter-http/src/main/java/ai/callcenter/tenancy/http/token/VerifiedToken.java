package ai.callcenter.tenancy.http.token;

import java.time.Instant;

/** What a token says, once it has been verified: who calls and, if it is one, in which tenant. */
public sealed interface VerifiedToken permits IdentityToken, TenantToken {
    /** From this second on the token is refused; whole seconds. */
    Instant expiresAt();
}
