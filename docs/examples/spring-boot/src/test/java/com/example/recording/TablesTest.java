package com.example.recording;

import ai.callcenter.tenancy.jdbc.testing.TenantIsolationTests;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** No table of this service leaks, as its own login sees it. */
@SpringBootTest(properties = "tenancy.token.secret=" + Office.SECRET)
class TablesTest implements TenantIsolationTests {
    @Autowired
    private HikariDataSource pool;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", Database::url);
    }

    @Override
    public DataSource service() {
        return pool;
    }

    @Override
    public List<String> schemas() {
        return List.of("public");
    }
}
