package com.example.routing;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.TenancyFilter;
import ai.callcenter.tenancy.http.TenancyHttp;
import ai.callcenter.tenancy.http.TenantResolver;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** Which queue a call goes to. The API for tenants and members is on the same server. */
public final class RoutingService {
    static final TokenSettings TOKENS =
            new TokenSettings("https://callcenter.example", "routing", Duration.ofMinutes(15), Clock.systemUTC());

    private RoutingService() {}

    static Javalin create(DataSource pool, TokenKeys keys) {
        Tenancy tenancy = JdbcTenancy.using(pool).tenancy();
        TokenVerifier verifier = new TokenVerifier(TOKENS, keys);
        TenancyHttp api = new TenancyHttp(tenancy, verifier, new TokenIssuer(TOKENS, keys));
        Handler membersOnly = TenancyHttp.before(TenancyFilter.builder(tenancy, verifier)
                .tenantFrom(TenantResolver.header("X-Tenant-Id"))
                .build());
        QueueRoutes queues = new QueueRoutes(TenantDataSource.over(pool));
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.validation.register(UUID.class, UUID::fromString);
            api.register(config.routes);
            config.routes.before("/queues", membersOnly);
            config.routes.before("/queues/*", membersOnly);
            queues.register(config.routes);
        });
    }

    /** Takes {@code ROUTING_DB}, {@code ROUTING_LOGIN}, {@code ROUTING_PASSWORD} and {@code TENANCY_TOKEN_SECRET}. */
    public static void main(String[] arguments) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(System.getenv("ROUTING_DB"));
        pool.setUsername(System.getenv("ROUTING_LOGIN"));
        pool.setPassword(System.getenv("ROUTING_PASSWORD"));
        create(pool, TokenKeys.of(SharedSecret.of(System.getenv("TENANCY_TOKEN_SECRET")), null))
                .start(8080);
    }
}
