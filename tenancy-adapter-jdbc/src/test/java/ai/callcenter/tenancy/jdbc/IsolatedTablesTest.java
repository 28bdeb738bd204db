package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What two tenants see of each other in a host's isolated tables, of every shape: nothing. */
class IsolatedTablesTest {
    private static Probes probes;

    @BeforeAll
    static void prepare() throws SQLException {
        TestPostgres database = HostTables.create();
        try (Connection owner = HostTables.connect(database, HostTables.OWNER)) {
            for (String script : new String[] {"host.sql", "host-rows.sql"}) {
                TestPostgres.execute(owner, SqlCase.replaced(Resources.text(script), HostTables.VALUES));
            }
        }
        probes = new Probes(database);
    }

    @AfterAll
    static void close() throws SQLException {
        probes.close();
    }

    static Stream<SqlCase> tenants() {
        return SqlCase.read("host-probes.sql", HostTables.VALUES).stream();
    }

    @ParameterizedTest
    @MethodSource
    void tenants(SqlCase probe) throws SQLException {
        assertThat(probes.outcome(probe)).isEqualTo(probe.outcome());
    }
}
