package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a pool of one connection, nothing of a unit's context is left on it, however the unit ended. */
class ContextTest {
    private static final TenantId ACME = PoolOfOne.ACME;
    private static final UserId ANN = PoolOfOne.ANN;
    private static final Email ANNS = new Email("ann@acme.example");
    private static final Identity CARL =
            new Identity("https://idp.example", "carl", new Email("carl@globex.example"), true, null);
    private static final ConfigEntry ENTRY =
            new ConfigEntry(new ConfigKey("written"), Json.string("by a unit"), Instant.EPOCH);

    private static PoolOfOne pool;
    private static TenancyStore store;

    @BeforeAll
    static void open() throws SQLException, IOException {
        pool = PoolOfOne.open();
        store = pool.tenancy().store();
    }

    @AfterAll
    static void close() throws IOException {
        pool.close();
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        assertThat(pool.context()).isEqualTo("|||||");
    }

    /** Without this one, all others here could be tests that cannot fail. */
    @Test
    void aContextOfTheWholeSessionWouldBeSeen() throws SQLException {
        pool.execute("set tenancy.tenant_id = '" + ACME + "'; set tenancy.email = 'x'");
        assertThat(pool.context()).isEqualTo(ACME + "|||||x");
        pool.execute("reset tenancy.tenant_id; reset tenancy.email");
    }

    @Test
    void afterReads() {
        assertThat(store.read(ACME, ANN)
                        .members(MemberFilter.ALL, PageRequest.first())
                        .value()
                        .items())
                .hasSize(2);
        assertThat(store.read(ANN)
                        .tenants(TenantFilter.ALL, PageRequest.first())
                        .value()
                        .items())
                .hasSize(2);
        assertThat(store.find(CARL)).isPresent();
    }

    @Test
    void afterACommitInATenant() {
        store.inTenant(ACME, ANN, unit -> {
            unit.enter(ANN, Instant.EPOCH);
            return unit.configs().put(ENTRY);
        });
        assertThat(pool.has(ACME, ENTRY.key())).isTrue();
        store.inTenant(ACME, ANN, unit -> unit.configs().remove(ENTRY.key()));
    }

    @Test
    void afterACommitAsAnIdentity() {
        assertThat(store.<Object, RuntimeException>asIdentity(
                        CARL, unit -> unit.known().isPresent()))
                .isEqualTo(true);
    }

    @Test
    void afterACommitAsAnOperator() {
        store.asPlatform(ANN, "test", unit -> {
            unit.grantPlatformAdmin(ANNS, ANN, Instant.EPOCH);
            unit.revokePlatformAdmin(ANN);
            return unit.tenants(TenantFilter.ALL, PageRequest.first());
        });
    }

    @Test
    void afterAnException() {
        IOException thrown = new IOException("thrown");
        assertThatThrownBy(() -> store.<Object, IOException>inTenant(ACME, ANN, unit -> {
                    unit.configs().put(ENTRY);
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(pool.has(ACME, ENTRY.key())).isFalse();
    }

    @Test
    void afterAnError() {
        Error thrown = new StackOverflowError("thrown");
        assertThatThrownBy(() -> store.inTenant(ACME, ANN, unit -> {
                    unit.configs().put(ENTRY);
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(pool.has(ACME, ENTRY.key())).isFalse();
    }

    @Test
    void afterARefusalOfTheDatabase() {
        assertThatThrownBy(() -> store.inTenant(ACME, ANN, unit -> {
                    unit.configs().put(ENTRY);
                    return unit.members().changeRole(ANNS, Role.VIEWER);
                }))
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.LAST_ADMIN));
        assertThat(pool.has(ACME, ENTRY.key())).isFalse();
    }

    /** Statements that hosts and tools send by hand, in the shapes that the store uses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config('tenancy.tenant_id', 'x', true), set_config('tenancy.user_id', 'x', true); select 1",
                "begin; set local tenancy.operator = 'x'; commit",
                "begin; set local tenancy.issuer = 'x'; rollback",
                "begin; set local tenancy.subject = 'x'; savepoint s; set local tenancy.email = 'x'; release s; commit"
            })
    void afterTransactionLocalSettings(String sql) throws SQLException {
        pool.execute(sql);
    }
}
