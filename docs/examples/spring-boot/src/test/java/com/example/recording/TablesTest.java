package com.example.recording;

import ai.callcenter.tenancy.jdbc.testing.TenantIsolationTests;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** No table of this service leaks, as its own login sees it. Without Spring, so that a leak is said by this test. */
class TablesTest implements TenantIsolationTests {
    private static HikariDataSource pool;

    @BeforeAll
    static void migrate() {
        String url = Database.create("tables");
        Database.migrate(url, "latest");
        pool = Database.service(url);
    }

    @AfterAll
    static void close() {
        pool.close();
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
