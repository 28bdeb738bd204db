package ai.callcenter.tenancy.http.token.oidc;

import ai.callcenter.tenancy.http.token.VerifiedToken;

/** What a provider's keys must not know; breaks a rule on purpose. */
public record UsesTokens(VerifiedToken token) {}
