package ai.callcenter.tenancy.http;

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
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Duration;
import java.util.UUID;

/** A tenancy with its tokens, for applications that embed it. */
final class FilterOffice {
    static final Duration TTL = Duration.ofHours(1);
    static final Caller.Host HOST = Caller.host("office");

    final TestClock clock = new TestClock();
    final Tenancy tenancy;
    final TokenVerifier verifier;
    private final TokenIssuer issuer;

    FilterOffice(TenancyStore store) {
        TokenSettings settings = new TokenSettings("tenancy", "tenancy", TTL, clock);
        TokenKeys keys = TokenKeys.of(SharedSecret.of(Api.SECRET), null);
        tenancy = Tenancy.builder(store).clock(clock).build();
        verifier = new TokenVerifier(settings, keys);
        issuer = new TokenIssuer(settings, keys);
    }

    /** A filter that opens the servlets' scope. */
    TenancyFilter.Builder filter() {
        return TenancyFilter.builder(tenancy, verifier).scope(HostServlets.SCOPE);
    }

    /** A new tenant, without members. */
    Tenant tenant(String domain) {
        NewTenant named = NewTenant.named("Tenant " + UUID.randomUUID());
        return tenancy.tenants()
                .create(HOST, domain.isEmpty() ? named : named.withDomain(domain))
                .tenant();
    }

    Tenant tenant() {
        return tenant("");
    }

    /** Somebody who has signed in. */
    Person person() {
        Email email = new Email("person." + UUID.randomUUID() + "@people.example");
        UserId id = tenancy.users().signIn(new Identity("tenancy", "sub-" + email, email, true, "Person"));
        return new Person(id, email);
    }

    /** A member of a tenant, beside an admin that it keeps. */
    Person member(Tenant tenant, Role role) {
        Person person = person();
        tenancy.members().add(HOST, tenant.id(), person.email, role);
        return person;
    }

    void remove(Tenant tenant, Person person) {
        tenancy.members().remove(HOST, tenant.id(), person.email);
    }

    /** Somebody with an account. */
    final class Person {
        final UserId id;
        final Email email;

        private Person(UserId id, Email email) {
            this.id = id;
            this.email = email;
        }

        /** An identity token. */
        String token() {
            return issuer.issueIdentityToken("sub-" + email, email.value(), "Person", TTL)
                    .token();
        }

        /** A token for a tenant. */
        String in(TenantId tenant) {
            return issuer.issueTenantToken(id.value(), email.value(), tenant.value(), "viewer")
                    .token();
        }

        String in(Tenant tenant) {
            return in(tenant.id());
        }
    }
}
