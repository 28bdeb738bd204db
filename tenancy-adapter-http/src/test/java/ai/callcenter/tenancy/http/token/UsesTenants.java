package ai.callcenter.tenancy.http.token;

import ai.callcenter.tenancy.tenant.TenantId;

/** What a token must not know; breaks a rule on purpose. */
public record UsesTenants(TenantId tenant) {}
