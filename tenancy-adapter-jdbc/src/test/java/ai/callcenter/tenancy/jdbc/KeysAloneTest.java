package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Two walls gone: no row-level security, every grant, and SQL that names no tenant or the wrong one. Keys and foreign
 * keys still let no row of one tenant refer to another tenant's.
 */
class KeysAloneTest {
    static final List<SqlCase> ALL = SqlCase.read("keys-alone.sql", Probes.VALUES);

    private static Probes probes;

    @BeforeAll
    static void open() throws SQLException {
        TestPostgres database = Probes.peopled();
        database.disableRowSecurity();
        probes = new Probes(database);
    }

    @AfterAll
    static void close() throws SQLException {
        probes.close();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void refuse(SqlCase attempt) throws SQLException {
        assertThat(probes.outcome(attempt)).as(attempt.sql()).isEqualTo(attempt.outcome());
    }
}
