package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Tenants are kept apart by the database alone, whatever SQL the service's login sends. */
class IsolationTest {
    static final List<SqlCase> ALL = Probes.ALL;

    private static TestPostgres database;
    private static Probes probes;

    @BeforeAll
    static void open() throws SQLException {
        database = Probes.peopled();
        probes = new Probes(database);
    }

    @AfterAll
    static void close() throws SQLException {
        probes.close();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void holds(SqlCase probe) throws SQLException {
        assertThat(probes.outcome(probe)).as(probe.sql()).isEqualTo(probe.outcome());
    }

    /** After all that, and with people in the tables. */
    @Test
    void theCheckAgrees() throws SQLException {
        try (var service = database.service()) {
            assertThat(IsolationCheck.run(service)).isEmpty();
        }
    }
}
