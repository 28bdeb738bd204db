package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Calls.ACME;
import static ai.callcenter.tenancy.jdbc.Calls.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Transactions of a tenant over a host's pool of one connection. */
class TenantTransactionTest {
    private static Calls calls;
    private static TenantDataSource tenants;

    @BeforeAll
    static void open() throws SQLException {
        calls = Calls.open();
        tenants = calls.tenants();
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    @BeforeEach
    void twoTenantsHaveARowEach() throws SQLException {
        calls.empty();
        add(Calls.ACME, "a");
        add(Calls.GLOBEX, "g");
    }

    @AfterEach
    void theConnectionCameBackClean() throws SQLException {
        assertThat(calls.left()).isEmpty();
    }

    private static void add(TenantId tenant, String note) throws SQLException {
        tenants.inTransaction(tenant, connection -> {
            Calls.add(connection, note);
            return null;
        });
    }

    @Test
    void eachSeesItsOwnRows() throws SQLException {
        assertThat(tenants.inTransaction(ACME, Calls::notes)).containsExactly("a");
        assertThat(tenants.inTransaction(GLOBEX, Calls::notes)).containsExactly("g");
        assertThat(calls.all()).containsExactly("06b g", "ace a");
    }

    @Test
    void noneWritesAnothersRow() {
        assertThatThrownBy(() -> tenants.inTransaction(ACME, connection -> {
                    TestPostgres.execute(
                            connection,
                            "insert into public.calls (tenant_id, note) values ('" + GLOBEX + "', 'crossed')");
                    return null;
                }))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void everyThrowableRollsBack() throws SQLException {
        IOException checked = new IOException();
        assertThatThrownBy(() -> tenants.<Object, Exception>inTransaction(ACME, connection -> {
                    Calls.add(connection, "lost");
                    throw checked;
                }))
                .isSameAs(checked);
        Error error = new StackOverflowError();
        assertThatThrownBy(() -> tenants.<Object, Exception>inTransaction(ACME, connection -> {
                    Calls.add(connection, "lost");
                    throw error;
                }))
                .isSameAs(error);
        assertThat(calls.all()).containsExactly("06b g", "ace a");
    }

    @Test
    void theNextTransactionOfAConnectionHasTheTenantToo() throws SQLException {
        try (Connection connection = tenants.connect(ACME);
                PreparedStatement select = connection.prepareStatement("select note from public.calls")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 12; i++) { // the driver prepares from the fifth on
                try (ResultSet row = select.executeQuery()) {
                    assertThat(row.next()).isTrue();
                }
                if (i % 2 == 0) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            }
        }
    }

    @Test
    void whatATransactionIsLikeMayBeSaidBeforeItsFirstStatement() throws SQLException {
        try (Connection connection = tenants.connect(ACME)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setReadOnly(true);
            assertThat(Calls.texts(connection, "show transaction_isolation")).containsExactly("serializable");
            assertThat(Calls.notes(connection)).containsExactly("a");
            assertThatThrownBy(() -> Calls.add(connection, "b")).hasMessageContaining("read-only");
        }
    }

    @Test
    void goingBackToASavepointKeepsTheTenant() throws SQLException {
        try (Connection connection = tenants.connect(ACME)) {
            connection.setAutoCommit(false);
            Savepoint first = connection.setSavepoint();
            Calls.add(connection, "b");
            connection.rollback(first);
            assertThat(Calls.notes(connection)).containsExactly("a");
            Savepoint named = connection.setSavepoint("named");
            assertThatThrownBy(() -> Calls.add(connection, "bad")).hasMessageContaining("no_bad_end");
            connection.rollback(named);
            Calls.add(connection, "c");
            connection.releaseSavepoint(named);
            connection.commit();
            assertThat(Calls.notes(connection)).containsExactly("a", "c");
        }
    }

    @Test
    void sqlThatEndsTheTransactionSeesNothingAfterwards() throws SQLException {
        try (Connection connection = tenants.connect(ACME);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String end : new String[] {"commit", "rollback", "rollback; begin", "commit and chain"}) {
                statement.execute("select 1; " + end + "; select note from public.calls");
                statement.getMoreResults();
                while (statement.getUpdateCount() >= 0) {
                    statement.getMoreResults();
                }
                try (ResultSet rows = statement.getResultSet()) {
                    assertThat(rows.next()).as(end).isFalse();
                }
                assertThat(Calls.notes(connection)).as("after " + end).isEmpty();
                assertThatThrownBy(() -> Calls.add(connection, "nobody's")).isInstanceOf(SQLException.class);
                connection.rollback();
                assertThat(Calls.notes(connection)).containsExactly("a");
                connection.rollback();
            }
        }
    }

    @Test
    void copyRunsInTheTenantsTransaction() throws Exception {
        try (Connection connection = tenants.connect(ACME)) {
            assertThatThrownBy(() -> connection.unwrap(PGConnection.class))
                    .hasMessageContaining("setAutoCommit(false)");
            connection.setAutoCommit(false);
            StringWriter copied = new StringWriter();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy public.calls (note) to stdout", copied);
            assertThat(copied).hasToString("a\n");
        }
    }

    @Test
    void theCatalogDoesNotUseTheTenantsTurn() throws SQLException {
        try (Connection connection = tenants.connect(ACME)) {
            connection.setAutoCommit(false);
            try (ResultSet tables = connection.getMetaData().getTables(null, "public", "calls", null)) {
                assertThat(tables.next()).isTrue();
            }
            assertThat(Calls.notes(connection)).containsExactly("a");
        }
    }
}
