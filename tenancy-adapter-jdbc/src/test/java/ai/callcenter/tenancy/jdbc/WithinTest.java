package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Use cases in a transaction that the host has open, on the only connection of its pool. */
class WithinTest {
    private static final Caller HOST = Caller.host("test");
    private static final Email ANA = new Email("ana@acme.example");
    private static final Email BEN = new Email("ben@acme.example");

    private static Calls calls;
    private static JdbcTenancy jdbc;
    private static TenantId acme;
    private static TenantId globex;
    private Connection connection;
    private Tenancy tenancy;

    @BeforeAll
    static void open() throws SQLException {
        calls = Calls.open();
        jdbc = JdbcTenancy.using(calls.pool());
        acme = found("Acme");
        globex = found("Globex");
    }

    private static TenantId found(String name) {
        return jdbc.tenancy()
                .tenants()
                .create(HOST, NewTenant.named(name).withMaxUsers(2), ANA)
                .tenant()
                .id();
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        calls.empty();
        connection = calls.pool().getConnection();
        connection.setAutoCommit(false);
        tenancy = jdbc.tenancy().over(jdbc.within(connection));
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
        assertThat(calls.left()).isEmpty();
        if (count(acme) == 2) {
            jdbc.tenancy().members().remove(HOST, acme, BEN);
        }
    }

    private static int count(TenantId tenant) {
        return jdbc.tenancy().tenants().get(HOST, tenant).tenant().userCount();
    }

    private static int trail() throws SQLException {
        try (Connection superuser = calls.database().superuser()) {
            return Calls.texts(superuser, "select id from tenancy.audit_log").size();
        }
    }

    /** A row of the host's own, which needs the host's context. */
    private void addCall(String note) throws SQLException {
        Calls.add(connection, note);
    }

    private void hostsContext() throws SQLException {
        TestPostgres.execute(
                connection,
                "select set_config('tenancy.tenant_id', '" + acme
                        + "', true), set_config('tenancy.user_id', 'u', true),"
                        + " set_config('tenancy.operator', 'o', true), set_config('tenancy.issuer', 'i', true),"
                        + " set_config('tenancy.subject', 's', true), set_config('tenancy.email', 'e', true),"
                        + " set_config('tenancy.seal', 'q', true)");
    }

    private void hostsContextIsIntact() throws SQLException {
        assertThat(PoolOfOne.context(connection)).isEqualTo(acme + "|u|o|i|s|e");
        assertThat(Calls.texts(connection, "select current_setting('tenancy.seal')"))
                .containsExactly("q");
    }

    @Test
    void bothRowsAreCommittedTogether() throws SQLException {
        hostsContext();
        addCall("before");
        tenancy.members().add(HOST, acme, BEN, Role.MEMBER);
        addCall("after");
        connection.commit();
        connection.close();
        assertThat(count(acme)).isEqualTo(2);
        assertThat(calls.all()).hasSize(2);
        assertThat(jdbc.tenancy()
                        .audit()
                        .list(HOST, acme, PageRequest.first())
                        .items()
                        .getFirst()
                        .subject())
                .isEqualTo(BEN.value());
    }

    @Test
    void bothRowsAreRolledBackTogether() throws SQLException {
        int lines = trail();
        hostsContext();
        tenancy.members().add(HOST, acme, BEN, Role.MEMBER);
        addCall("lost");
        connection.rollback();
        connection.close();
        assertThat(count(acme)).isEqualTo(1);
        assertThat(calls.all()).isEmpty();
        assertThat(trail()).isEqualTo(lines);
    }

    @Test
    void theHostsContextIsWhatItWas() throws SQLException {
        hostsContext();
        tenancy.members().add(HOST, acme, BEN, Role.MEMBER);
        hostsContextIsIntact();
        tenancy.tenants().get(HOST, globex);
        hostsContextIsIntact();
        tenancy.members().changeRole(HOST, globex, ANA, Role.ADMIN);
        hostsContextIsIntact();
        tenancy.tenants().all(HOST, TenantFilter.ALL, PageRequest.first());
        hostsContextIsIntact();
        tenancy.users().signIn(new Identity("idp", "zoe", new Email("zoe@idp.example"), true, null));
        hostsContextIsIntact();
        jdbc.within(connection).find(new Identity("idp", "zoe", new Email("zoe@idp.example"), true, null));
        hostsContextIsIntact();
    }

    @Test
    void whereTheHostHasNoContextNoneIsLeft() throws SQLException {
        tenancy.members().add(HOST, acme, BEN, Role.MEMBER);
        tenancy.tenants().get(HOST, globex);
        assertThat(PoolOfOne.context(connection)).isEqualTo("|||||");
    }

    @Test
    void aRefusalIsUndoneAlone() throws SQLException {
        hostsContext();
        addCall("kept");
        assertThatThrownBy(() -> tenancy.members().changeRole(HOST, acme, ANA, Role.VIEWER))
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.LAST_ADMIN));
        hostsContextIsIntact();
        assertThatThrownBy(() -> tenancy.members().remove(HOST, globex, BEN)).isInstanceOf(TenancyException.class);
        hostsContextIsIntact();
        tenancy.members().add(HOST, acme, BEN, Role.MEMBER);
        connection.commit();
        connection.close();
        assertThat(calls.all()).hasSize(1);
        assertThat(count(acme)).isEqualTo(2);
    }

    @Test
    void anErrorIsUndoneAlone() throws SQLException {
        hostsContext();
        TenancyStore store = jdbc.within(connection);
        Error thrown = new StackOverflowError();
        tenancy.members().add(HOST, acme, BEN, Role.MEMBER);
        assertThatThrownBy(() -> store.<Object, RuntimeException>inTenant(acme, null, unit -> {
                    unit.members().remove(BEN);
                    throw thrown;
                }))
                .isSameAs(thrown);
        hostsContextIsIntact();
        addCall("kept");
        connection.commit();
        connection.close();
        assertThat(count(acme)).isEqualTo(2);
        assertThat(calls.all()).hasSize(1);
    }

    @Test
    void withoutATransactionItIsRefused() throws SQLException {
        connection.setAutoCommit(true);
        assertThatIllegalStateException()
                .isThrownBy(() -> tenancy.members().add(HOST, acme, BEN, Role.MEMBER))
                .withMessageContaining("setAutoCommit(false)");
        assertThatIllegalStateException().isThrownBy(() -> tenancy.tenants().get(HOST, acme));
    }

    @Test
    void aTransactionThatHasFailedIsNamed() {
        assertThatThrownBy(() -> TestPostgres.execute(connection, "select 1 / 0"))
                .isInstanceOf(SQLException.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> tenancy.tenants().get(HOST, acme))
                .withMessageContaining("roll it back");
    }

    @Test
    void aUnitInsideAUnitIsRefused() {
        TenancyStore store = jdbc.within(connection);
        assertThatIllegalStateException()
                .isThrownBy(() -> store.inTenant(
                        acme, null, unit -> jdbc.within(connection).inTenant(globex, null, inner -> inner.access())));
    }

    @Test
    void aTenantsConnectionTakesItsOwnUseCases() throws SQLException {
        connection.close();
        try (Connection own = calls.tenants().connect(acme)) {
            own.setAutoCommit(false);
            Tenancy within = jdbc.tenancy().over(jdbc.within(own));
            within.members().add(HOST, acme, BEN, Role.MEMBER);
            Calls.add(own, "with it");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> within.members().add(HOST, globex, BEN, Role.MEMBER))
                    .withMessageContaining("this connection is tenant " + acme);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> within.tenants().get(HOST, globex));
            within.members().changeRole(HOST, acme, BEN, Role.VIEWER);
            assertThat(Calls.notes(own)).containsExactly("with it");
            own.commit();
        }
        assertThat(count(acme)).isEqualTo(2);
        assertThat(calls.all()).hasSize(1);
    }

    @Test
    void connectionsInATransactionAreNoPool() throws SQLException {
        JdbcTenancy wrong = JdbcTenancy.using(new Borrowed(connection));
        for (Runnable use : List.<Runnable>of(
                () -> wrong.tenancy().members().add(HOST, acme, BEN, Role.MEMBER),
                () -> wrong.tenancy().tenants().get(HOST, acme))) {
            assertThatIllegalStateException().isThrownBy(use::run).withMessageContaining("within(connection)");
        }
    }

    /** Hands out what is in a transaction already, as Spring's TransactionAwareDataSourceProxy does. */
    private static final class Borrowed extends org.springframework.jdbc.datasource.SingleConnectionDataSource {
        Borrowed(Connection connection) {
            super(connection, true);
        }
    }
}
