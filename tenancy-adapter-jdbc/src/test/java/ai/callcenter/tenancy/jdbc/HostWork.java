package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Calls.ACME;
import static ai.callcenter.tenancy.jdbc.Calls.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.scope.TenantScope;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What holds for two tenants of a host, whatever it reaches its tables with; a subclass for each library. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HostWork {
    static final TenantScope SCOPE = TenantScope.create();

    private Calls calls;

    /** Where connections come from; the database itself where nothing else is said. */
    Calls host() throws Exception {
        return Calls.open();
    }

    /** Opens the library over a data source that follows the scope. */
    abstract void open(DataSource tenants);

    /** Adds a call in a transaction, or in none, and gives its id. */
    abstract long add(String note, boolean inTransaction);

    /** Adds the calls in one transaction. */
    abstract void addAll(List<String> notes);

    abstract List<String> notes(boolean inTransaction);

    /** Changes the note of every call with that id; tells how many there were. */
    abstract int change(long id, String to);

    /** Adds a call that names its tenant. */
    abstract void addTo(UUID tenant, String note);

    @BeforeAll
    final void start() throws Exception {
        calls = host();
        open(calls.tenants().following(() -> SCOPE.find().orElse(null)));
    }

    @AfterAll
    void end() {
        calls.close();
    }

    @BeforeEach
    final void noCalls() throws SQLException {
        calls.empty();
    }

    @AfterEach
    final void theConnectionCameBackClean() throws SQLException {
        assertThat(calls.left()).isEmpty();
    }

    @Test
    void tenantsTakeTurnsOnOneConnection() throws SQLException {
        for (int round = 0; round < 8; round++) {
            boolean inTransaction = round % 2 == 0;
            for (TenantId tenant : List.of(ACME, GLOBEX)) {
                String note = (tenant == ACME ? "a" : "g") + round;
                SCOPE.of(tenant).run(() -> add(note, inTransaction));
                assertThat(SCOPE.of(tenant).<List<String>, RuntimeException>call(() -> notes(inTransaction)))
                        .hasSize(round + 1)
                        .allMatch(each -> each.startsWith(tenant == ACME ? "a" : "g"));
            }
        }
        assertThat(calls.all()).hasSize(16);
    }

    @Test
    void neitherChangesTheOthersRows() throws SQLException {
        long id = SCOPE.of(GLOBEX).<Long, RuntimeException>call(() -> add("g", true));
        assertThat(SCOPE.of(ACME).<Integer, RuntimeException>call(() -> change(id, "taken")))
                .isZero();
        assertThatThrownBy(() -> SCOPE.of(ACME).run(() -> addTo(GLOBEX.value(), "crossed")))
                .hasStackTraceContaining("row-level security");
        assertThat(calls.all()).containsExactly("06b g");
    }

    @Test
    void aTransactionThatFailsLeavesNothing() throws SQLException {
        assertThatThrownBy(() -> SCOPE.of(ACME).run(() -> addAll(List.of("a", "bad"))))
                .hasStackTraceContaining("no_bad_end");
        SCOPE.of(ACME).run(() -> addAll(List.of("b", "c")));
        assertThat(calls.all()).containsExactly("ace b", "ace c");
    }

    @Test
    void withoutATenantThereIsNoConnection() {
        assertThatThrownBy(() -> notes(true)).hasStackTraceContaining("there is none at the moment");
        assertThatThrownBy(() -> notes(false))
                .hasStackTraceContaining("there is none at the moment")
                .hasStackTraceContaining("hibernate.boot.allow_jdbc_metadata_access=false");
        assertThatIllegalStateException().isThrownBy(SCOPE::current);
    }
}
