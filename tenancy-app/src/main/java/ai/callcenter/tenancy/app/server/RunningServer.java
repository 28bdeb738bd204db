package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.app.config.AppConfig;
import ai.callcenter.tenancy.app.config.HttpConfig;
import ai.callcenter.tenancy.app.database.AppException;
import ai.callcenter.tenancy.app.database.Storage;
import ai.callcenter.tenancy.app.limit.SharedCounts;
import ai.callcenter.tenancy.http.RequestLog;
import ai.callcenter.tenancy.http.TenancyServer;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server that serves. */
final class RunningServer {
    private final AppConfig config;
    private final TenancyServer server;
    private final List<String> demo;

    private RunningServer(AppConfig config, TenancyServer server, List<String> demo) {
        this.config = config;
        this.server = server;
        this.demo = demo;
    }

    /**
     * Opens the store, brings it up to date, checks it, and listens.
     *
     * @param demo whether demo data is to be there
     * @param log takes the requests
     * @param resources takes what is opened; the caller closes it, also when the start fails
     * @throws AppException when something is missing or wrong
     */
    static RunningServer start(AppConfig config, boolean demo, RequestLog log, Resources resources) {
        Storage storage = resources.add(Storage.open(config.store()));
        OidcProviders providers =
                resources.add(OidcProviders.start(config.tokens().providers()));
        SharedCounts counts = resources.add(SharedCounts.open(config.limits(), storage.database()));
        ServerComponent parts = DaggerServerComponent.factory()
                .create(config, storage, providers, DemoPeople.of(config, demo), counts, log);
        parts.tenancy().users().setPlatformAdmins(Caller.host("configuration"), admins(config, demo));
        List<String> people = demo ? parts.demoData().load() : List.of();
        TenancyServer server = resources.add(parts.server());
        listen(server, config.http());
        return new RunningServer(config, server, people);
    }

    /** Where this machine reaches it. */
    String url() {
        return config.http().localUrl(server.port());
    }

    /** Who is in the demo data, a line for each tenant. */
    List<String> demo() {
        return demo;
    }

    private static Set<Email> admins(AppConfig config, boolean demo) {
        Set<Email> named = config.platformAdmins();
        if (named != null) {
            return named;
        }
        return demo ? Set.of(DemoData.OPERATOR) : Set.of();
    }

    private static void listen(TenancyServer server, HttpConfig http) {
        try {
            server.start();
        } catch (RuntimeException e) {
            Throwable root = root(e);
            if (!(root instanceof IOException) && !(root instanceof UnresolvedAddressException)) {
                throw e; // the address is not to blame
            }
            boolean taken = root instanceof BindException
                    && String.valueOf(root.getMessage()).contains("in use");
            throw new AppException(
                    taken
                            ? "Port %d on %s is taken by another program; stop that one, or choose another port with TENANCY_PORT."
                                    .formatted(http.port(), http.host())
                            : "The server cannot listen on %s, port %d (TENANCY_HOST, TENANCY_PORT): %s"
                                    .formatted(http.host(), http.port(), root),
                    e);
        }
    }

    private static Throwable root(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
