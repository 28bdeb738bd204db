package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.Tenant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What {@link TenancyFilter} does, on every servlet container and over every store. */
public abstract class FilterContract implements FilterAccessTopic, FilterDispatchTopic {
    private final FilterOffice office = new FilterOffice(store());
    private final HostServlets servlets = new HostServlets();
    private final Tenant acme = office.tenant();
    private final FilterOffice.Person ana = office.member(acme, Role.ADMIN);
    private final FilterOffice.Person vera = office.member(acme, Role.VIEWER);
    private @Nullable ServletHost host;

    /** The store; it may keep what other tests made. */
    protected abstract TenancyStore store();

    /** The container; Jetty where nothing else is said. */
    ServletHost.Starter starter() {
        return JettyHost::start;
    }

    @BeforeEach
    void start() throws Exception {
        serve(office.filter().except("/health").except("/forward").build());
    }

    @AfterEach
    void stop() {
        host().close();
    }

    @Override
    public final void serve(TenancyFilter filter) throws Exception {
        if (host != null) {
            host.close();
        }
        host = starter().start(filter, servlets.all());
    }

    @Override
    public final FilterOffice office() {
        return office;
    }

    @Override
    public final HostServlets servlets() {
        return servlets;
    }

    @Override
    public final ServletHost host() {
        return Objects.requireNonNull(host);
    }

    @Override
    public final Tenant acme() {
        return acme;
    }

    @Override
    public final FilterOffice.Person ana() {
        return ana;
    }

    @Override
    public final FilterOffice.Person vera() {
        return vera;
    }
}
