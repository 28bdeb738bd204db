package com.example.recording;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With the actuator: the health check asks the pool, since it asks for nobody's tenant. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
class HealthConfiguration {
    @Bean
    DataSourceHealthIndicator dbHealthIndicator(HikariDataSource pool) {
        return new DataSourceHealthIndicator(pool);
    }
}
