package com.example.routing;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;

/** A tenant with a member, and the member's token. */
record Office(TenantId id, Email member, String token) {
    static final Caller HOST = Caller.host("office");

    static final TokenKeys KEYS = TokenKeys.of(SharedSecret.of("known to everybody, for tests alone"), null);
    private static final TokenIssuer TOKENS = new TokenIssuer(RoutingService.TOKENS, KEYS);

    static Office open(Tenancy tenancy, String name) {
        Email owner = new Email("owner@" + name + ".example");
        Email ben = new Email("ben@" + name + ".example");
        TenantId id = tenancy.tenants()
                .create(HOST, NewTenant.named(name), owner)
                .tenant()
                .id();
        tenancy.members().add(HOST, id, ben, Role.MEMBER);
        UserId user = tenancy.users().signIn(new Identity(RoutingService.TOKENS.issuer(), ben.value(), ben, true, "Ben"));
        return new Office(
                id,
                ben,
                TOKENS.issueTenantToken(user.value(), ben.value(), id.value(), Role.MEMBER.wire())
                        .token());
    }
}
