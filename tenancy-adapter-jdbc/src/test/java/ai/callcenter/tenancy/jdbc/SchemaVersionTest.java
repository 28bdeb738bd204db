package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a server says that runs while its database goes to another version. */
class SchemaVersionTest {
    @Test
    void aRunningServerSaysWhatToDo() throws SQLException {
        TestPostgres database = TestPostgres.create();
        try (JdbcTenancy server = JdbcTenancy.open(database.config());
                Connection superuser = database.superuser()) {
            assertThat(server.fault()).isEmpty();
            become(Migrations.SCHEMA_VERSION - 1, superuser);
            assertThat(server.fault())
                    .hasValueSatisfying(fault -> assertThat(fault).endsWith("run ./tenancy migrate"));
            become(Migrations.SCHEMA_VERSION + 1, superuser);
            assertThat(server.fault())
                    .hasValueSatisfying(
                            fault -> assertThat(fault).endsWith("run the newer server that brought it there"));
        }
    }

    private static void become(int version, Connection superuser) throws SQLException {
        TestPostgres.execute(
                superuser,
                "create or replace function tenancy.schema_version() returns integer immutable parallel safe return "
                        + version);
    }
}
