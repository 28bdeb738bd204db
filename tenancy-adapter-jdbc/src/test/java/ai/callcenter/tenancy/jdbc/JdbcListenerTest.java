package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;

/** A host's own row in the transaction of an event. */
@NullUnmarked // fixtures are set before all tests
class JdbcListenerTest {
    private static final Caller HOST = Caller.host("listener");

    private static TestPostgres database;
    private static JdbcTenancy jdbc;

    private TenantId acme;

    @BeforeAll
    static void open() throws SQLException {
        database = TestPostgres.create();
        jdbc = JdbcTenancy.open(database.config().withPoolSize(1));
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, """
                    create table public.invoices (tenant_id uuid, what text primary key);
                    alter table public.invoices enable row level security;
                    create policy isolated on public.invoices using (tenant_id = tenancy.current_tenant());
                    grant select, insert on public.invoices to test_service""");
        }
    }

    @AfterAll
    static void close() {
        jdbc.close();
    }

    @BeforeEach
    void tenant() throws SQLException {
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, "truncate public.invoices");
        }
        acme = newTenant();
    }

    private static TenantId newTenant() {
        return Tenancy.on(jdbc.store())
                .tenants()
                .create(HOST, NewTenant.named("Acme"))
                .tenant()
                .id();
    }

    private static void invoice(TenancyEvent event, Connection connection, String what) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into public.invoices values (tenancy.current_tenant(), ?)")) {
            insert.setString(1, event.name() + " " + what);
            insert.executeUpdate();
        }
    }

    private void add(JdbcListener listener) {
        Tenancy.on(jdbc.store(listener)).members().add(HOST, acme, new Email("new@acme.example"), Role.VIEWER);
    }

    private static List<String> invoices() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row =
                        statement.executeQuery("select coalesce(string_agg(what, ','), '') from public.invoices")) {
            row.next();
            return List.of(row.getString(1));
        }
    }

    private int members() {
        return Tenancy.on(jdbc.store())
                .members()
                .list(HOST, acme, MemberFilter.ALL, PageRequest.first())
                .items()
                .size();
    }

    @Test
    void commitsItsRowWithTheChange() throws SQLException {
        add((event, connection) -> invoice(event, connection, "billed"));
        assertThat(invoices()).containsExactly("member.added billed");
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void losesItsRowWithTheChangeThatIsRefused() throws SQLException {
        assertThatThrownBy(() -> add((event, connection) -> {
                    invoice(event, connection, "billed");
                    throw TenancyException.refused("Pay first.");
                }))
                .isInstanceOf(TenancyException.class);
        assertThat(invoices()).containsExactly("");
        assertThat(members()).isZero();
    }

    @Test
    void takesTheChangeAlongWhenAStatementFails() throws SQLException {
        assertThatThrownBy(() -> add((event, connection) -> {
                    invoice(event, connection, "twice");
                    invoice(event, connection, "twice");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> add((event, connection) -> {
                    invoice(event, connection, "twice");
                    try {
                        invoice(event, connection, "twice");
                    } catch (SQLException swallowed) {
                        assertThat(swallowed.getSQLState()).isEqualTo("23505");
                    }
                }))
                .isInstanceOf(TenancyException.class);
        assertThat(invoices()).containsExactly("");
        assertThat(members()).isZero();
    }

    @Test
    void endsNeitherTheTransactionNorTheConnection() throws SQLException {
        List<ThrowingUse> wrong = List.of(
                Connection::commit,
                Connection::rollback,
                Connection::close,
                connection -> connection.setAutoCommit(true),
                connection -> connection.abort(Runnable::run),
                connection -> connection.unwrap(Connection.class));
        for (ThrowingUse use : wrong) {
            assertThatThrownBy(() -> add((event, connection) -> use.of(connection)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("listener");
        }
        assertThat(members()).isZero();
        add((event, connection) -> {
            Savepoint before = connection.setSavepoint();
            invoice(event, connection, "taken back");
            connection.rollback(before);
        });
        assertThat(invoices()).containsExactly("");
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void nothingThatItHandsOutLeadsToTheConnectionBelow() {
        List<Way> ways = List.of(
                lent -> lent.createStatement().getConnection(),
                lent -> lent.prepareStatement("select 1").getConnection(),
                lent -> lent.prepareCall("{call version()}").getConnection(),
                lent -> lent.prepareStatement("select 1")
                        .executeQuery()
                        .getStatement()
                        .getConnection(),
                lent -> lent.getMetaData().getConnection(),
                lent -> lent.getMetaData().getSchemas().getStatement().getConnection(),
                lent -> lent.createArrayOf("text", new String[] {"a"})
                        .getResultSet()
                        .getStatement()
                        .getConnection());
        for (Way way : ways) {
            add((event, lent) -> assertThat(way.from(lent)).isSameAs(lent));
            acme = newTenant();
        }
        assertThatThrownBy(() -> add((event, lent) -> lent.createStatement().unwrap(PGStatement.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("listener");
    }

    @Test
    void doesNotKeepAStatement() {
        AtomicReference<Statement> kept = new AtomicReference<>();
        add((event, lent) -> kept.set(lent.createStatement()));
        assertThatThrownBy(() -> kept.get().execute("select 1")).isInstanceOf(IllegalStateException.class);
    }

    private interface Way {
        Connection from(Connection lent) throws SQLException;
    }

    private interface ThrowingUse {
        void of(Connection connection) throws SQLException;
    }

    @Test
    void doesNotKeepTheConnection() {
        AtomicReference<Connection> kept = new AtomicReference<>();
        add((event, connection) -> kept.set(connection));
        assertThatThrownBy(() -> kept.get().createStatement()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isToldAgainWhenTheTransactionIsRunAgain() throws SQLException {
        AtomicInteger told = new AtomicInteger();
        add((event, connection) -> {
            invoice(event, connection, "billed");
            if (told.incrementAndGet() == 1) {
                throw new SQLException("lost to another one", "40001");
            }
        });
        assertThat(told).hasValue(2);
        assertThat(invoices()).containsExactly("member.added billed");
    }

    @Test
    void opensNoUnitOnAnyStoreOfThisPool() {
        assertThatThrownBy(() -> add((event, connection) -> members())).isInstanceOf(IllegalStateException.class);
    }
}
