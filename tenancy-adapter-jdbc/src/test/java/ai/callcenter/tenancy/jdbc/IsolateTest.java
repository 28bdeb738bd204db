package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What {@code tenancy.isolate} does to a host's tables, called by their owner, and what it refuses. */
class IsolateTest {
    private static TestPostgres database;

    private Connection owner;

    @BeforeAll
    static void prepare() throws SQLException {
        database = HostTables.create();
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, "create table public.of_somebody_else ()");
        }
    }

    @BeforeEach
    void connect() throws SQLException {
        owner = HostTables.connect(database, HostTables.OWNER);
        owner.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        owner.rollback();
        owner.close();
    }

    static Stream<SqlCase> deeds() {
        return SqlCase.read("isolate.sql", HostTables.VALUES).stream();
    }

    @ParameterizedTest
    @MethodSource
    void deeds(SqlCase deed) throws SQLException {
        assertThat(String.join("; ", HostTables.lines(owner, deed.sql()))).isEqualTo(deed.outcome());
    }

    static Stream<SqlCase> refusals() {
        return SqlCase.read("isolate-refusals.sql", HostTables.VALUES).stream();
    }

    /** The last statement is refused; its hint is SQL that mends it, unless the case says otherwise. */
    @ParameterizedTest
    @MethodSource
    void refusals(SqlCase refusal) throws SQLException {
        List<String> statements = List.of(refusal.sql().split(";\n"));
        for (String statement : statements.subList(0, statements.size() - 1)) {
            TestPostgres.execute(owner, statement);
        }
        TestPostgres.execute(owner, "savepoint before");
        String before = shape();
        ServerErrorMessage error = refused(statements.getLast());
        TestPostgres.execute(owner, "rollback to before");
        assertThat(error.getSQLState() + " " + error.getMessage()).isEqualTo(refusal.outcome());
        assertThat(shape()).isEqualTo(before);
        String mended = refusal.notes().getOrDefault("mended", "by filling");
        if (mended.equals("by filling")) {
            String whose = "'" + HostTables.VALUES.get("acme") + "'";
            TestPostgres.execute(owner, Objects.requireNonNull(error.getHint()).replace("…", whose));
            assertThat(HostTables.lines(owner, statements.getLast())).isNotEmpty();
        }
    }

    static Stream<SqlCase> shapes() {
        return deeds().filter(deed -> !deed.notes().containsKey("keeps"));
    }

    /** Whatever isolate did, unisolate takes back, but for a column that holds data. */
    @ParameterizedTest
    @MethodSource
    void shapes(SqlCase deed) throws SQLException {
        int call = deed.sql().indexOf("select tenancy.isolate");
        TestPostgres.execute(owner, deed.sql().substring(0, call));
        String before = shape();
        TestPostgres.execute(owner, deed.sql().substring(call));
        String target = deed.sql().replaceAll("(?s).*isolate\\(('[^']+(''[^']*)*')[,)].*", "$1");
        TestPostgres.execute(owner, "select tenancy.unisolate(" + target + ", drop_column => true)");
        assertThat(shape()).isEqualTo(before);
        assertThat(String.join("; ", HostTables.lines(owner, "select tenancy.unisolate(" + target + ")")))
                .endsWith(" is not isolated");
    }

    private ServerErrorMessage refused(String sql) {
        PSQLException refusal = catchThrowableOfType(PSQLException.class, () -> TestPostgres.execute(owner, sql));
        return Objects.requireNonNull(
                Objects.requireNonNull(refusal, sql + " is refused").getServerErrorMessage());
    }

    /** All that isolate could have changed. */
    private String shape() throws SQLException {
        return String.join("\n", HostTables.lines(owner, Resources.text("shape.sql")));
    }
}
