package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.app.config.AppConfig;
import ai.callcenter.tenancy.app.database.Storage;
import ai.callcenter.tenancy.app.limit.SharedCounts;
import ai.callcenter.tenancy.http.RequestLog;
import ai.callcenter.tenancy.http.TenancyServer;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;

/** The parts of one server, over a store that is open already. */
@Singleton
@Component(modules = ServerModule.class)
interface ServerComponent {
    Tenancy tenancy();

    TenancyServer server();

    DemoData demoData();

    /** Makes the parts. */
    @Component.Factory
    interface Factory {
        ServerComponent create(
                @BindsInstance AppConfig config,
                @BindsInstance Storage storage,
                @BindsInstance OidcProviders providers,
                @BindsInstance DemoPeople people,
                @BindsInstance SharedCounts counts,
                @BindsInstance RequestLog log);
    }
}
