package com.example.recording;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.TenancyFilter;
import ai.callcenter.tenancy.http.TenantResolver;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.jdbc.IsolationCheck;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import ai.callcenter.tenancy.jdbc.Migrations;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import ai.callcenter.tenancy.scope.TenantScope;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** All that this service has about tenants. */
@Configuration(proxyBeanMethods = false)
class TenancyConfiguration {
    /** The tenant of the work at hand. Work outside of a request says for whom it is: {@code SCOPE.of(tenant)}. */
    static final TenantScope SCOPE = TenantScope.create();

    /** The pool itself, for tenancy and for what asks for nobody's tenant. Without a tenant, it sees none of the service's rows. */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource pool(DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    /** What JPA, and everything else that asks for "the" data source, gets: connections for the request's tenant. */
    @Bean
    @Primary
    DataSource tenants(HikariDataSource pool) {
        return TenantDataSource.over(pool).following(SCOPE::current);
    }

    @Bean
    JdbcTenancy jdbcTenancy(HikariDataSource pool) {
        return JdbcTenancy.using(pool);
    }

    @Bean
    Tenancy tenancy(JdbcTenancy jdbc) {
        return jdbc.tenancy();
    }

    @Bean
    TokenVerifier tokenVerifier(
            @Value("${tenancy.token.issuer}") String issuer,
            @Value("${tenancy.token.audience}") String audience,
            @Value("${tenancy.token.secret}") String secret) {
        return new TokenVerifier(
                new TokenSettings(issuer, audience, Duration.ofMinutes(15), Clock.systemUTC()),
                TokenKeys.of(SharedSecret.of(secret), null));
    }

    /** Lets members of a tenant in, and opens the scope around each of their requests. */
    @Bean
    FilterRegistrationBean<TenancyFilter> tenancyFilter(Tenancy tenancy, TokenVerifier verifier) {
        var bean = new FilterRegistrationBean<>(TenancyFilter.builder(tenancy, verifier)
                .tenantFrom(TenantResolver.header("X-Tenant-Id"))
                .scope(SCOPE)
                .except("/actuator/health")
                .build());
        bean.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return bean;
    }

    /** Tenancy's migrations run before the service's, by the same login. */
    @Bean
    FlywayMigrationStrategy migrations() {
        return flyway -> {
            Migrations.migrate(flyway.getConfiguration().getDataSource());
            flyway.migrate();
        };
    }

    /**
     * Does not start with a login, or with tables, that leak: after Flyway, and before the port opens. (A runner would
     * come when requests are answered already.)
     */
    @Bean
    @DependsOnDatabaseInitialization
    SmartInitializingSingleton isolation(JdbcTenancy tenancy) {
        return () -> IsolationCheck.require(tenancy, "public");
    }
}
