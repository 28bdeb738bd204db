package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A server whose store fails. */
final class FailingServer implements AutoCloseable {
    private final TokenIssuer issuer;
    private final TenancyServer server;

    FailingServer(Supplier<RuntimeException> failure) {
        this(failure, RateLimits.NONE);
    }

    FailingServer(Supplier<RuntimeException> failure, RateLimits limits) {
        TokenSettings settings = new TokenSettings("tenancy", "tenancy", Api.TTL, Clock.systemUTC());
        TokenKeys keys = TokenKeys.of(SharedSecret.of(Api.SECRET), null);
        issuer = new TokenIssuer(settings, keys);
        Tenancy tenancy = Tenancy.on(new FailingStore(failure));
        TenancyHttp api = new TenancyHttp(tenancy, new TokenVerifier(settings, keys), issuer, limits);
        ServerSettings server = new ServerSettings("127.0.0.1", 0, Set.of(), Api.console(issuer));
        this.server = new TenancyServer(api, keys, () -> null, RequestLog.NONE, server).start();
    }

    /** Method and template of each route. */
    List<String> routes() {
        return server.routes();
    }

    int port() {
        return server.port();
    }

    /** A tenant token: to verify it takes no store. */
    String token() {
        return issuer.issueTenantToken(UUID.randomUUID(), "a@b.example", UUID.randomUUID(), "admin")
                .token();
    }

    @Override
    public void close() {
        server.close();
    }
}
