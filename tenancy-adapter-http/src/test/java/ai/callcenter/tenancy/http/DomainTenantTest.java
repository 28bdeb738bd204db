package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.IdentityToken;
import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whose domain it is may be remembered for some seconds, and no longer. */
class DomainTenantTest {
    private static final IdentityToken TOKEN =
            new IdentityToken("idp", "sub", "a@b.example", true, null, null, Instant.MAX);

    private final FilterOffice office = new FilterOffice(new InMemoryStore());
    private final AtomicLong nanos = new AtomicLong();
    private final DomainTenant resolver = new DomainTenant(office.tenancy.tenants(), nanos::get);

    private Optional<TenantId> resolve(String host) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> method.getName().equals("getServerName") ? host : null);
        return resolver.resolve(request, TOKEN);
    }

    @Test
    void aTenantIsRememberedForSomeSeconds() {
        Tenant acme = office.tenant("acme.example");
        assertThat(resolve("acme.example")).contains(acme.id());
        office.tenancy.tenants().update(FilterOffice.HOST, acme.id(), TenantPatch.NOTHING.domain(null));
        nanos.addAndGet(Duration.ofSeconds(DomainTenant.SECONDS - 1).toNanos());
        assertThat(resolve("ACME.example.")).contains(acme.id());
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(resolve("acme.example")).isEmpty();
    }

    @Test
    void nobodyIsRememberedForSomeSecondsToo() {
        assertThat(resolve("acme.example")).isEmpty();
        Tenant acme = office.tenant("acme.example");
        assertThat(resolve("acme.example")).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(DomainTenant.SECONDS).toNanos());
        assertThat(resolve("acme.example")).contains(acme.id());
    }

    @Test
    void whatIsNoDomainIsNobodys() {
        office.tenant("acme.example");
        for (String host :
                new String[] {"", ".", "localhost", "acme.example..", "acme.example:80", "[::1]", "ä.example"}) {
            assertThat(resolve(host)).as(host).isEmpty();
        }
    }
}
