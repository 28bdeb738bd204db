package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.text.Json;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A host's pool may do nothing when a connection comes back: no rollback, no reset. The store leaves it clean itself.
 */
class HostPoolTest {
    private static final ConfigEntry ENTRY =
            new ConfigEntry(new ConfigKey("written"), Json.string("by a unit"), Instant.EPOCH);

    private static Connection only;
    private static TenancyStore store;

    /** Hands out one connection, again and again, and ignores that it is closed. */
    private static final class Careless extends PGSimpleDataSource {
        private static final long serialVersionUID = 1L;

        @Override
        public Connection getConnection() {
            return (Connection) Proxy.newProxyInstance(
                    Careless.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                        try {
                            return method.getName().equals("close") ? null : method.invoke(only, values);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @BeforeAll
    static void open() throws SQLException {
        only = Probes.peopled().service();
        store = JdbcTenancy.using(new Careless()).store();
    }

    @AfterAll
    static void close() throws SQLException {
        only.close();
    }

    @AfterEach
    void theConnectionIsAsItWas() throws SQLException {
        assertThat(only.getAutoCommit()).isTrue();
        assertThat(PoolOfOne.context(only)).isEqualTo("|||||");
        assertThat(store.read(PoolOfOne.ACME, null).config(ENTRY.key()).value()).isEmpty();
        assertThat(PoolOfOne.context(only)).isEqualTo("|||||");
    }

    @Test
    void afterACommit() {
        store.inTenant(PoolOfOne.ACME, PoolOfOne.ANN, unit -> unit.configs().remove(ENTRY.key()));
    }

    @Test
    void afterAnError() {
        Error thrown = new StackOverflowError("thrown");
        assertThatThrownBy(() -> store.inTenant(PoolOfOne.ACME, PoolOfOne.ANN, unit -> {
                    unit.configs().put(ENTRY);
                    throw thrown;
                }))
                .isSameAs(thrown);
    }
}
