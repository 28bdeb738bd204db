package ai.callcenter.tenancy.jdbc.testing;

import static org.junit.jupiter.api.Assertions.fail;

import ai.callcenter.tenancy.jdbc.testing.Trial.Outcome;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one tenant tries with another one's rows of a table. Each first sees that there is something to be seen. */
final class Attack {
    private static final String NOT_NULL = "23502";
    private static final String FOREIGN_KEY = "23503";
    /** What a trigger of the host's raises. */
    private static final String RAISED = "P0001";

    private final Trial trial;
    private final SampleRows rows;
    private final HostTable table;
    private final Unproved unproved;
    private final String tenant;
    private final String theirs;
    private final TenantId owner = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());
    private final List<@Nullable TenantId> strangers = Arrays.asList(other, null);

    Attack(Trial trial, SampleRows rows, HostTable table, Unproved unproved) {
        this.trial = trial;
        this.rows = rows;
        this.table = table;
        this.unproved = unproved;
        this.tenant = Objects.requireNonNull(table.tenant());
        this.theirs = " where " + tenant + " = cast(? as uuid)";
    }

    void readsWithoutContext() throws SQLException {
        made();
        trial.in(null);
        seesNothing("without a context");
    }

    void reads() throws SQLException {
        made();
        trial.in(other);
        seesNothing("in another tenant's context");
    }

    void readsWithoutSeal() throws SQLException {
        made();
        trial.unsealed(owner);
        seesNothing("in a context that is not sealed");
    }

    void updates() throws SQLException {
        made();
        String column = table.columns().stream()
                .filter(SampleColumn::changeable)
                .map(SampleColumn::quoted)
                .findFirst()
                .orElse(tenant);
        untouched("update " + table.name() + " set " + column + " = " + column, table.may("update"));
    }

    void deletes() throws SQLException {
        made();
        untouched("delete from " + table.name(), table.may("delete"));
    }

    void insertsForAnother() throws SQLException {
        Map<String, @Nullable String> row = rows.planned(table, owner);
        trial.serve();
        if (table.may("insert")) {
            rehearse(row, owner);
        }
        for (TenantId context : strangers) {
            trial.in(context);
            Outcome outcome = insert(row);
            if (!outcome.forbidden() && (outcome.refused() || !isAbsent())) {
                fail("A row for another tenant was not refused by the policy of " + table.name() + ": " + outcome);
            }
        }
    }

    void changesTenant() throws SQLException {
        made();
        trial.in(owner);
        Outcome outcome = trial.change(
                "update " + table.name() + " set " + tenant + " = cast(? as uuid)" + theirs,
                other.toString(),
                owner.toString());
        boolean kept =
                outcome.forbidden() || RAISED.equals(outcome.state()) || !outcome.refused() && outcome.rows() == 0;
        if (!kept) {
            fail("A row of " + table.name() + " could be given to another tenant: " + outcome);
        }
    }

    void insertsWithoutTenant() throws SQLException {
        Map<String, @Nullable String> row = rows.planned(table, owner);
        trial.serve();
        rehearse(row, owner);
        row.remove(tenant);
        Outcome outcome = insert(row);
        if (NOT_NULL.equals(outcome.state())) {
            fail(table.name() + "." + tenant + " has no default: call tenancy.isolate again");
        }
        if (outcome.refused() || table.aims() && isAbsent()) {
            fail("A row without a tenant did not become the context's in " + table.name() + ": " + outcome);
        }
    }

    void refers(ForeignKey key, HostTable parent) throws SQLException {
        Map<String, @Nullable String> target = rows.made(parent, owner);
        Map<String, @Nullable String> row = rows.planned(table, other);
        trial.serve();
        rehearse(row, other);
        boolean same = true;
        for (int i = 0; i < key.mine().size(); i++) {
            String column = key.mine().get(i);
            if (!column.equals(tenant)) {
                String value = Objects.requireNonNullElseGet(
                        target.get(key.theirs().get(i)),
                        () -> unproved.because(
                                "The login may not read the key of " + parent.name() + ": override preparing()."));
                same &= value.equals(row.put(column, value));
            }
        }
        if (same) {
            unproved.because("Two tenants' rows of " + parent.name() + " have the same key: values(\"" + parent.name()
                    + "\") must not fix it.");
        }
        Outcome outcome = insert(row);
        if (!FOREIGN_KEY.equals(outcome.state()) && !RAISED.equals(outcome.state())) {
            fail("A row of " + table.name() + " could refer to another tenant's row of " + parent.name() + ", by the"
                    + " foreign key " + key.name() + ": " + outcome);
        }
    }

    /** The owner's row, which the owner sees. */
    private void made() throws SQLException {
        rows.made(table, owner);
        trial.serve();
        trial.in(owner);
        Outcome own = trial.sees(table.name(), "");
        if (own.rows() == 0 && !own.forbidden()) {
            fail("The sample row of " + table.name() + " is not shown to its own tenant, so nothing is proven: " + own);
        }
    }

    private void seesNothing(String how) throws SQLException {
        for (String name : table.tree()) {
            Outcome seen = trial.sees(name, "");
            if (seen.rows() > 0 || seen.refused() && !seen.forbidden()) {
                fail("Rows of " + name + " are seen " + how + ": " + seen);
            }
        }
    }

    private void untouched(String statement, boolean allowed) throws SQLException {
        if (allowed && !table.aims()) {
            unproved.because("The login may change rows of " + table.name() + " and not read " + tenant
                    + ", so nothing shows whose they are: let it read that.");
        }
        for (TenantId context : strangers) {
            trial.in(context);
            Outcome outcome = trial.change(statement + theirs, owner.toString());
            if (outcome.rows() > 0 || outcome.refused() && !outcome.forbidden()) {
                fail("Another tenant's row of " + table.name() + " was within reach of " + statement + ": " + outcome);
            }
        }
    }

    /** That a row is taken from the tenant itself: what is refused to others is then refused for their sake. */
    private void rehearse(Map<String, @Nullable String> row, TenantId context) throws SQLException {
        trial.in(context);
        Outcome own =
                trial.rehearse(SampleRows.statement(table, row), row.values().toArray());
        if (own.refused() || own.rows() == 0) {
            unproved.because("No sample row can be made in " + table.name() + ": " + own + "\n  by: "
                    + SampleRows.statement(table, row) + " with " + row + "\n  Override values(\"" + table.name()
                    + "\") with what the table takes.");
        }
    }

    private Outcome insert(Map<String, @Nullable String> row) throws SQLException {
        return trial.change(SampleRows.statement(table, row), row.values().toArray());
    }

    /** Whether the owner has no row; a trigger may have made it the context's. */
    private boolean isAbsent() throws SQLException {
        trial.in(owner);
        Outcome seen = trial.sees(table.name(), theirs, owner.toString());
        return !seen.refused() && seen.rows() == 0;
    }
}
