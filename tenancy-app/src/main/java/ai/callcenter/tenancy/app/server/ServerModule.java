package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.app.config.AppConfig;
import ai.callcenter.tenancy.app.config.LimitConfig;
import ai.callcenter.tenancy.app.database.Storage;
import ai.callcenter.tenancy.app.limit.SharedCounts;
import ai.callcenter.tenancy.http.ConsoleSettings;
import ai.callcenter.tenancy.http.DemoSignIn;
import ai.callcenter.tenancy.http.RateLimitKey;
import ai.callcenter.tenancy.http.RateLimits;
import ai.callcenter.tenancy.http.RequestLog;
import ai.callcenter.tenancy.http.ServerSettings;
import ai.callcenter.tenancy.http.TenancyHttp;
import ai.callcenter.tenancy.http.TenancyServer;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import ai.callcenter.tenancy.store.TenancyStore;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** How each part is made from the others. */
@Module
interface ServerModule {
    @Provides
    static TenancyStore store(Storage storage) {
        return storage.store();
    }

    @Provides
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Provides
    @Singleton
    static Tenancy tenancy(TenancyStore store, Clock clock, AppConfig config) {
        return Tenancy.builder(store)
                .clock(clock)
                .defaultSeats(config.defaultSeats())
                .sessionLength(config.sessionLength())
                .reserve(RateLimits.KEY, new RateLimitKey(config.limits().tenant()))
                .build();
    }

    @Provides
    @Singleton
    static TokenKeys keys(AppConfig config) {
        return config.tokens().keysOrKeptSecret(config.dataDir());
    }

    @Provides
    @Singleton
    static TokenIssuer issuer(AppConfig config, TokenKeys keys) {
        return new TokenIssuer(config.tokens().settings(), keys);
    }

    @Provides
    static ConsoleSettings console(AppConfig config, OidcProviders providers, TokenIssuer issuer, DemoPeople demo) {
        DemoSignIn signIn = new DemoSignIn(demo.people(), email -> {
            // As ./tenancy token does it: the same user, for as long.
            return issuer.issueIdentityToken(email.value(), email.value(), null, Duration.ofHours(8));
        });
        return new ConsoleSettings(
                providers, config.console().client(), demo.people().isEmpty() ? null : signIn);
    }

    @Provides
    @Singleton
    static TenancyHttp api(
            Tenancy tenancy,
            AppConfig config,
            TokenKeys keys,
            TokenIssuer issuer,
            OidcProviders providers,
            SharedCounts counts) {
        LimitConfig limits = config.limits();
        return new TenancyHttp(
                tenancy,
                new TokenVerifier(config.tokens().settings(), keys, providers),
                issuer,
                new RateLimits(limits.tenant(), limits.address(), limits.proxies(), counts.store()));
    }

    @Provides
    @Singleton
    static TenancyServer server(
            TenancyHttp api,
            TokenKeys keys,
            Storage storage,
            RequestLog log,
            AppConfig config,
            ConsoleSettings console) {
        ServerSettings settings = new ServerSettings(
                config.http().host(),
                config.http().port(),
                config.http().corsOrigins(),
                config.console().on() ? console : null);
        return new TenancyServer(api, keys, storage.readiness(), log, settings).measuring(storage.metrics());
    }
}
