package ai.callcenter.tenancy.jdbc;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A host on Spring's JdbcTemplate, with Spring's transactions and without. */
@SuppressWarnings("NullAway.Init") // `open` sets the fields.
abstract class SpringWork extends HostWork {
    private JdbcTemplate template;
    private TransactionTemplate transactions;

    @Override
    void open(DataSource tenants) {
        template = new JdbcTemplate(tenants);
        template.setFetchSize(2);
        transactions = new TransactionTemplate(new JdbcTransactionManager(tenants));
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private <R> R run(boolean inTransaction, Supplier<R> deed) {
        return inTransaction ? transactions.execute(status -> deed.get()) : deed.get();
    }

    @Override
    long add(String note, boolean inTransaction) {
        return run(
                inTransaction,
                () -> template.queryForObject(
                        "insert into public.calls (note) values (?) returning id", Long.class, note));
    }

    @Override
    void addAll(List<String> notes) {
        transactions.executeWithoutResult(
                status -> notes.forEach(note -> template.update("insert into public.calls (note) values (?)", note)));
    }

    @Override
    List<String> notes(boolean inTransaction) {
        return run(
                inTransaction,
                () -> template.queryForList("select note from public.calls order by note", String.class));
    }

    @Override
    int change(long id, String to) {
        return template.update("update public.calls set note = ? where id = ?", to, id);
    }

    @Override
    void addTo(UUID tenant, String note) {
        template.update("insert into public.calls (tenant_id, note) values (?, ?)", tenant, note);
    }
}
