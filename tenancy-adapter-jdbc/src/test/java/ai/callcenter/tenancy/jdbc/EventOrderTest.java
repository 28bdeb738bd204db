package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.jdbc.JdbcConfig.Isolation;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps the order and the queues whole when transactions overlap. */
@NullUnmarked // fixtures are set before all tests
class EventOrderTest {
    private static final Caller HOST = Caller.host("order");

    private static TestPostgres database;
    private static JdbcTenancy jdbc;

    private Tenancy tenancy;
    private TenantId acme;

    @BeforeAll
    static void open() {
        database = TestPostgres.create();
        jdbc = JdbcTenancy.open(database.config());
    }

    @AfterAll
    static void close() {
        jdbc.close();
    }

    @BeforeEach
    void tenant() {
        tenancy = Tenancy.on(jdbc.store());
        acme = tenancy.tenants()
                .create(HOST, NewTenant.named("Acme").withMaxUsers(10_000))
                .tenant()
                .id();
    }

    private static Email email() {
        return new Email(UUID.randomUUID() + "@order.example");
    }

    private static Connection publishing(TenantId tenant) throws SQLException {
        Connection connection = database.service();
        connection.setAutoCommit(false);
        publish(connection, tenant);
        return connection;
    }

    private static void publish(Connection connection, TenantId tenant) throws SQLException {
        TestPostgres.execute(
                connection,
                "select set_config('tenancy.tenant_id', '" + tenant + "', true);"
                        + " select tenancy.publish_events('[{\"id\": \"" + UUID.randomUUID() + "\"}]')");
    }

    /** Else the second could commit first, be handled, and the first come after it. */
    @Test
    void whoeverPublishesHoldsTheTenantUntilTheCommit() throws SQLException {
        TenantId globex = tenancy.tenants()
                .create(HOST, NewTenant.named("Globex"))
                .tenant()
                .id();
        tenancy.events().subscribe("held", event -> {});
        try (Connection first = publishing(acme);
                Connection second = database.service()) {
            second.setAutoCommit(false);
            TestPostgres.execute(second, "set local lock_timeout = '100ms'");
            publish(second, globex);
            assertThatThrownBy(() -> publish(second, acme))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
            second.rollback();
            first.rollback();
        }
        tenancy.events().unsubscribe("held");
    }

    @Test
    void withoutASubscriptionPublishingLocksNothing() throws SQLException {
        try (Connection first = publishing(acme);
                Connection second = database.service();
                Statement statement = first.createStatement()) {
            second.setAutoCommit(false);
            TestPostgres.execute(second, "set local lock_timeout = '100ms'");
            publish(second, acme);
            try (ResultSet row = statement.executeQuery("select pg_current_xact_id_if_assigned() is null")) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
            }
        }
    }

    /** The unit writes for a subscription that it saw, which ends before its commit: it is run again. */
    @ParameterizedTest
    @EnumSource
    void aSubscriptionThatEndsMeanwhileTakesNoUnitAlong(Isolation level) throws Exception {
        try (JdbcTenancy pool = JdbcTenancy.open(database.config().withIsolation(level))) {
            Tenancy here = Tenancy.on(pool.store());
            for (int round = 0; round < 30; round++) {
                String name = "round-" + round;
                here.events().subscribe(name, event -> {});
                List<Race.Deed> deeds = new ArrayList<>();
                deeds.add(() -> tenancy.events().unsubscribe(name));
                for (int i = 0; i < 4; i++) {
                    deeds.add(() -> here.members().add(HOST, acme, email(), Role.VIEWER));
                }
                List<Optional<ErrorCode>> ends = Race.run(deeds);
                assertThat(Race.done(ends)).as("%s", ends).isEqualTo(5);
            }
        }
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void twoDispatchersThatRaceHandleEachEventOnce(Isolation level) throws Exception {
        List<UUID> handled = new ArrayList<>();
        try (JdbcTenancy pool = JdbcTenancy.open(database.config().withIsolation(level))) {
            Tenancy here = Tenancy.on(pool.store());
            List<Dispatcher> dispatchers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                dispatchers.add(here.events().subscribe("raced", event -> {
                    synchronized (handled) {
                        handled.add(event.id());
                    }
                }));
            }
            for (int round = 0; round < 30; round++) {
                here.members().add(HOST, acme, email(), Role.VIEWER);
                Race.run(dispatchers.stream()
                        .<Race.Deed>map(dispatcher -> dispatcher::poll)
                        .toList());
            }
        }
        assertThat(handled).hasSize(30).doesNotHaveDuplicates();
        tenancy.events().unsubscribe("raced");
    }

    @Test
    void whileAnEventIsInHandASubscriptionDoesNotEnd() {
        List<ErrorCode> refusals = new ArrayList<>();
        Dispatcher dispatcher = tenancy.events().subscribe("in-hand", event -> {
            try {
                tenancy.events().unsubscribe("in-hand");
            } catch (TenancyException e) {
                refusals.add(e.code());
            }
        });
        tenancy.members().add(HOST, acme, email(), Role.VIEWER);
        assertThat(dispatcher.poll()).isTrue();
        assertThat(refusals).containsExactly(ErrorCode.STORE_UNAVAILABLE);
        tenancy.events().unsubscribe("in-hand");
    }

    /** As while a newer version is being rolled out. */
    @ParameterizedTest
    @CsvSource({"tenant.moved, host", "tenant.updated, robot"})
    void anEventOfANewerVersionHoldsUpItsTenantAlone(String name, String actor) throws SQLException {
        List<TenantId> handled = new ArrayList<>();
        Dispatcher dispatcher = tenancy.events().subscribe("older", event -> handled.add(event.tenantId()));
        UUID newer = UUID.randomUUID();
        tenancy.members().add(HOST, acme, email(), Role.VIEWER);
        try (Connection connection = database.service()) {
            TestPostgres.execute(
                    connection,
                    "begin; select set_config('tenancy.tenant_id', '%1$s', true); select tenancy.publish_events('[{\"id\":"
                                    .formatted(acme)
                            + " \"%1$s\", \"event\": \"%3$s\", \"tenant_id\": \"%2$s\", \"at\": \"2026-01-01Z\","
                                    .formatted(newer, acme, name)
                            + " \"actor\": {\"kind\": \"%s\", \"name\": \"newer\"}}]'); commit".formatted(actor));
        }
        tenancy.members().add(HOST, acme, email(), Role.VIEWER);
        TenantId globex = tenancy.tenants()
                .create(HOST, NewTenant.named("Globex"))
                .tenant()
                .id();
        while (dispatcher.poll()) {
            assertThat(handled).isNotEmpty();
        }
        assertThat(handled).containsExactly(acme, globex);
        assertThat(tenancy.events().backlog("older").stuck())
                .extracting(stuck -> stuck.event())
                .containsExactly(newer);
        tenancy.events().unsubscribe("older");
    }

    private static long rows() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from tenancy.outbox")) {
            row.next();
            return row.getLong(1);
        }
    }
}
