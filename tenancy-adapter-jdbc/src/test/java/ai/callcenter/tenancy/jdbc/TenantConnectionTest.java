package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Calls.ACME;
import static ai.callcenter.tenancy.jdbc.Calls.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.tenant.TenantId;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a tenant's connection ends, and that nothing it hands out leads around it. */
class TenantConnectionTest {
    private static Calls calls;

    @BeforeAll
    static void open() throws SQLException {
        calls = Calls.open();
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    @BeforeEach
    void noCalls() throws SQLException {
        calls.empty();
    }

    private static Connection acme() throws SQLException {
        return calls.tenants().connect(ACME);
    }

    /** Without this one, all that look at what is left could be tests that cannot fail. */
    @Test
    void whatIsLeftWouldBeSeen() throws SQLException {
        try (Connection connection = acme()) {
            TestPostgres.execute(connection, "set tenancy.tenant_id = '" + ACME + "'");
        }
        assertThat(calls.left()).startsWith(ACME.toString());
        try (Connection raw = calls.pool().getConnection()) {
            TestPostgres.execute(raw, "reset tenancy.tenant_id");
        }
    }

    @Test
    void anAbandonedTransactionIsRolledBack() throws SQLException {
        try (Connection connection = acme()) {
            connection.setAutoCommit(false);
            Calls.add(connection, "lost");
        }
        assertThat(calls.left()).isEmpty();
        assertThat(calls.all()).isEmpty();
    }

    @Test
    void aStatementThatTakesTooLongLeavesNothing() throws SQLException {
        try (Connection connection = acme();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("select pg_sleep(30)")).hasMessageContaining("cancel");
            assertThat(connection.getAutoCommit()).isTrue();
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.execute("select pg_sleep(30)")).hasMessageContaining("cancel");
        }
        assertThat(calls.left()).isEmpty();
    }

    @Test
    void anotherThreadMayCancel() throws Exception {
        try (Connection connection = acme();
                Statement statement = connection.createStatement();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> sleeping = other.submit(() -> statement.execute("select pg_sleep(30)"));
            while (!sleeps()) {
                Thread.onSpinWait();
            }
            statement.cancel();
            assertThatThrownBy(sleeping::get).hasMessageContaining("cancel");
        }
        assertThat(calls.left()).isEmpty();
    }

    private static boolean sleeps() throws SQLException {
        try (Connection superuser = calls.database().superuser()) {
            return !Calls.texts(
                            superuser,
                            "select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")
                    .isEmpty();
        }
    }

    @Test
    void aConnectionThatTheDatabaseEndsIsNotHandedOutAgain() throws SQLException {
        try (Connection connection = acme()) {
            connection.setAutoCommit(false);
            String pid = Calls.texts(connection, "select pg_backend_pid()").getFirst();
            try (Connection superuser = calls.database().superuser()) {
                TestPostgres.execute(superuser, "select pg_terminate_backend(" + pid + ", 5000)");
            }
            assertThatThrownBy(() -> Calls.notes(connection)).isInstanceOf(SQLException.class);
        } catch (SQLException e) {
            assertThat(e.getSQLState()).startsWith("08"); // of the rollback
        }
        assertThat(calls.left()).isEmpty();
    }

    @Test
    void nothingWorksAfterTheEnd() throws SQLException {
        Connection connection = acme();
        PreparedStatement statement = connection.prepareStatement("select 1");
        ResultSet rows = statement.executeQuery();
        connection.close();
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        assertThat(statement.isClosed()).isTrue();
        assertThatThrownBy(connection::createStatement).hasMessageContaining("closed");
        assertThatThrownBy(connection::commit).hasMessageContaining("closed");
        assertThatThrownBy(statement::executeQuery).hasMessageContaining("closed");
        assertThatThrownBy(statement::cancel).hasMessageContaining("closed");
        assertThatThrownBy(statement::getConnection).hasMessageContaining("closed");
        assertThatThrownBy(rows::next).hasMessageContaining("closed");
        statement.close();
    }

    @Test
    void nothingThatIsHandedOutLeadsToTheHostsConnection() throws SQLException {
        try (Connection connection = acme();
                Statement statement = connection.createStatement()) {
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
            ResultSet rows = statement.executeQuery("select array['a', 'b']");
            assertThat(rows.getStatement()).isSameAs(statement);
            rows.next();
            Array array = rows.getArray(1);
            assertThat(array.getResultSet().getStatement().getConnection()).isSameAs(connection);
            assertThat(((Array) rows.getObject(1)).getResultSet().getStatement().getConnection())
                    .isSameAs(connection);
            ResultSet catalog = connection.getMetaData().getSchemas();
            assertThat(catalog.getStatement().getConnection()).isSameAs(connection);
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThat(List.of(connection)).contains(connection); // by its equals
            assertThat(connection).isNotEqualTo(statement).isNotEqualTo(null);
            try (PreparedStatement back = connection.prepareStatement("select ?::text[], ?::text[]")) {
                back.setArray(1, array);
                back.setObject(2, connection.createArrayOf("text", new String[] {"c"}));
                ResultSet row = back.executeQuery();
                row.next();
                assertThat(row.getString(1) + row.getString(2)).isEqualTo("{a,b}{c}");
            }
        }
    }

    @Test
    @SuppressWarnings("NullAway") // whoever has no such check
    void aDataSourceThatFollowsLeadsNowhereElse() throws SQLException {
        DataSource following = calls.tenants().following(() -> ACME);
        try (Connection connection = following.getConnection()) {
            assertThat(Calls.texts(connection, "select tenancy.current_tenant()"))
                    .containsExactly(ACME.toString());
        }
        assertThat(following.unwrap(DataSource.class)).isSameAs(following);
        assertThat(following.isWrapperFor(HikariDataSource.class)).isFalse();
        assertThatThrownBy(() -> following.unwrap(HikariDataSource.class)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> following.getConnection("postgres", ""))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> calls.tenants().following(() -> null).getConnection());
        assertThatIllegalArgumentException().isThrownBy(() -> calls.tenants().connect(null));
    }

    @Test
    void aTransactionThatFollowsTakesNoStatementForAnother() throws SQLException {
        AtomicReference<Supplier<@Nullable TenantId>> now = new AtomicReference<>(() -> ACME);
        try (Connection connection =
                calls.tenants().following(() -> now.get().get()).getConnection()) {
            connection.setAutoCommit(false);
            Calls.add(connection, "kept");
            now.set(() -> GLOBEX);
            assertThatThrownBy(() -> Calls.add(connection, "lost"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("the work at the moment is tenant " + GLOBEX + "'s");
            now.set(() -> null);
            Calls.add(connection, "late");
            now.set(() -> {
                throw new IllegalStateException("no tenant's work, as a scope says it");
            });
            Calls.add(connection, "later");
            connection.commit();
        }
        assertThat(calls.all()).containsExactly("ace kept", "ace late", "ace later");
    }

    @Test
    void whatForeignSqlLeavesInTheSessionOfASealIsGone() throws SQLException {
        SealKey key = SealKey.of("k1", new byte[32]);
        TenantDataSource sealed = calls.tenants().sealed(key);
        try (Connection connection = sealed.connect(ACME);
                Statement statement = connection.createStatement()) {
            statement.execute("prepare theirs as select 1");
            statement.execute("create temporary table theirs (text text)");
            statement.execute("set session search_path = theirs");
        }
        try (Connection connection = sealed.connect(GLOBEX)) {
            assertThat(Calls.texts(connection, "select name from pg_prepared_statements where name = 'theirs'"))
                    .isEmpty();
            assertThat(Calls.texts(connection, "select to_regclass('pg_temp.theirs')"))
                    .containsOnlyNulls();
            assertThat(Calls.texts(connection, "select current_setting('search_path')"))
                    .noneMatch(path -> path.contains("theirs"));
        }
    }

    @Test
    void aPoolThatHandsOutTransactionsGetsThemBack() throws SQLException {
        HikariConfig transactional = Calls.poolOfOne(calls.database().url());
        transactional.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(transactional)) {
            try (Connection connection = TenantDataSource.over(pool).connect(ACME)) {
                assertThat(connection.getAutoCommit()).isFalse();
                Calls.add(connection, "lost");
                connection.setAutoCommit(true); // commits
                Calls.add(connection, "kept");
            }
            try (Connection raw = pool.getConnection()) {
                assertThat(raw.getAutoCommit()).isFalse();
            }
        }
        assertThat(calls.all()).containsExactly("ace kept", "ace lost");
    }
}
