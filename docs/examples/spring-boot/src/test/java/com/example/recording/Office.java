package com.example.recording;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;

/** A tenant with a member, and the member's token. */
record Office(TenantId id, Email member, String token) {
    static final String SECRET = "known to everybody, for tests alone";
    static final Caller HOST = Caller.host("office");

    private static final String ISSUER = "https://callcenter.example";
    private static final TokenIssuer TOKENS = new TokenIssuer(
            new TokenSettings(ISSUER, "recording", Duration.ofMinutes(15), Clock.systemUTC()),
            TokenKeys.of(SharedSecret.of(SECRET), null));

    static Office open(Tenancy tenancy, String name) {
        Email owner = new Email("owner@" + name + ".example");
        Email ben = new Email("ben@" + name + ".example");
        TenantId id = tenancy.tenants()
                .create(HOST, NewTenant.named(name), owner)
                .tenant()
                .id();
        tenancy.members().add(HOST, id, ben, Role.MEMBER);
        UserId user = tenancy.users().signIn(new Identity(ISSUER, ben.value(), ben, true, "Ben"));
        return new Office(
                id,
                ben,
                TOKENS.issueTenantToken(user.value(), ben.value(), id.value(), Role.MEMBER.wire())
                        .token());
    }
}
