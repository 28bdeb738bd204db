package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Calls.ACME;
import static ai.callcenter.tenancy.jdbc.Calls.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's connection in auto-commit mode: every statement is a transaction of the tenant's. */
class TenantAutoCommitTest {
    private static Calls calls;
    private Connection acme;

    @BeforeAll
    static void open() throws SQLException {
        calls = Calls.open();
        try (Connection superuser = calls.database().superuser()) {
            TestPostgres.execute(superuser, """
                    create function public.calls_seen() returns bigint language sql as 'select count(*) from calls'""");
        }
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        calls.empty();
        try (Connection globex = calls.tenants().connect(GLOBEX)) {
            Calls.add(globex, "g");
        }
        acme = calls.tenants().connect(ACME);
        assertThat(acme.getAutoCommit()).isTrue();
    }

    @AfterEach
    void cleanWhateverHappened() throws SQLException {
        acme.close();
        assertThat(calls.left()).isEmpty();
    }

    @Test
    void aStatementIsWrittenWhenItReturns() throws SQLException {
        Calls.add(acme, "a");
        assertThat(calls.all()).containsExactly("06b g", "ace a");
        assertThat(Calls.notes(acme)).containsExactly("a");
        assertThat(acme.getAutoCommit()).isTrue();
    }

    @Test
    void aStatementThatFailsLeavesTheConnectionUsable() throws SQLException {
        assertThatThrownBy(() -> Calls.add(acme, "bad")).hasMessageContaining("no_bad_end");
        assertThat(acme.getAutoCommit()).isTrue();
        Calls.add(acme, "a");
        assertThat(Calls.notes(acme)).containsExactly("a");
    }

    @Test
    void rowsAreReadableAfterTheirTransaction() throws SQLException {
        try (PreparedStatement insert = acme.prepareStatement("insert into public.calls (note) values (?)")) {
            for (int i = 0; i < 25; i++) {
                insert.setString(1, "n" + i);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(25).containsOnly(1);
        }
        try (Statement statement = acme.createStatement()) {
            statement.setFetchSize(10);
            ResultSet rows = statement.executeQuery("select note from public.calls");
            int read = 0;
            while (rows.next()) {
                assertThat(Calls.texts(acme, "select 1")).hasSize(1);
                read++;
            }
            assertThat(read).isEqualTo(25);
            assertThat(statement.getFetchSize()).isEqualTo(10);
        }
    }

    @Test
    void aBatchHappensAsAWhole() throws SQLException {
        try (Statement batch = acme.createStatement()) {
            batch.addBatch("insert into public.calls (note) values ('a')");
            batch.addBatch("insert into public.calls (note) values ('bad')");
            assertThatThrownBy(batch::executeBatch).isInstanceOf(BatchUpdateException.class);
        }
        assertThat(Calls.notes(acme)).isEmpty();
    }

    @Test
    void keysThatTheDatabaseMakesAreReturned() throws SQLException {
        try (PreparedStatement insert = acme.prepareStatement(
                "insert into public.calls (note) values ('a')", new String[] {"id", "tenant_id"})) {
            assertThat(insert.executeLargeUpdate()).isEqualTo(1);
            ResultSet keys = insert.getGeneratedKeys();
            assertThat(keys.next()).isTrue();
            assertThat(keys.getString(2)).isEqualTo(ACME.toString());
            assertThat(keys.getStatement()).isSameAs(insert);
        }
    }

    @Test
    void aFunctionRunsForTheTenant() throws SQLException {
        Calls.add(acme, "a");
        Calls.add(acme, "b");
        try (CallableStatement call = acme.prepareCall("{? = call public.calls_seen()}")) {
            call.registerOutParameter(1, Types.BIGINT);
            call.execute();
            assertThat(call.getLong(1)).isEqualTo(2);
        }
    }

    @Test
    void rowsThatCanBeChangedAreChangedAtOnce() throws SQLException {
        Calls.add(acme, "a");
        try (Statement statement = acme.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                ResultSet rows = statement.executeQuery("select tenant_id, id, note from public.calls")) {
            rows.next();
            rows.updateString("note", "changed");
            rows.updateRow();
            assertThat(calls.all()).contains("ace changed");
            rows.moveToInsertRow();
            rows.updateObject("tenant_id", GLOBEX.value());
            rows.updateLong("id", 7);
            rows.updateString("note", "crossed");
            assertThatThrownBy(rows::insertRow).hasMessageContaining("row-level security");
        }
    }

    @Test
    void aTransactionIsNotBegunInSql() throws SQLException {
        for (String begin : new String[] {"begin", "start transaction", "select 1; begin; select 2"}) {
            assertThatThrownBy(() -> TestPostgres.execute(acme, begin))
                    .as(begin)
                    .hasMessageContaining("setAutoCommit(false)");
        }
        assertThatThrownBy(() -> acme.setSavepoint()).hasMessageContaining("auto-commit");
        assertThatThrownBy(() -> acme.commit()).isInstanceOf(SQLException.class);
    }

    @Test
    void sqlThatEndsTheTransactionSeesNothingAfterwards() throws SQLException {
        Calls.add(acme, "a");
        try (Statement statement = acme.createStatement()) {
            statement.execute("commit; select note from public.calls");
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                assertThat(rows.next()).isFalse();
            }
            assertThatThrownBy(() -> statement.execute("commit; insert into public.calls (note) values ('x')"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Calls.notes(acme)).containsExactly("a");
    }

    @Test
    void manyThreadsMayShareIt() throws Exception {
        Calls.add(acme, "a");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<String>>> seen = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Callable<List<String>> look = () -> Calls.notes(acme);
                seen.add(threads.submit(look));
            }
            for (Future<List<String>> each : seen) {
                assertThat(each.get()).containsExactly("a");
            }
        }
    }
}
