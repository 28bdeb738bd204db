package ai.callcenter.tenancy.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A host on jOOQ. */
@SuppressWarnings("NullAway.Init") // `open` sets the fields.
abstract class JooqWork extends HostWork {
    private static final Table<?> CALLS = table(name("public", "calls"));
    private static final Field<Long> ID = field(name("id"), Long.class);
    private static final Field<String> NOTE = field(name("note"), String.class);

    private DSLContext jooq;

    @Override
    void open(DataSource tenants) {
        jooq = DSL.using(tenants, SQLDialect.POSTGRES);
    }

    private static long insert(DSLContext on, String note) {
        return Objects.requireNonNull(
                on.insertInto(CALLS).set(NOTE, note).returning(ID).fetchSingle(ID));
    }

    private static List<String> select(DSLContext on) {
        return on.select(NOTE).from(CALLS).orderBy(NOTE).fetch(NOTE);
    }

    @Override
    long add(String note, boolean inTransaction) {
        return inTransaction ? jooq.transactionResult(it -> insert(it.dsl(), note)) : insert(jooq, note);
    }

    @Override
    void addAll(List<String> notes) {
        jooq.transaction(outer ->
                notes.forEach(note -> outer.dsl().transaction(inner -> insert(inner.dsl(), note)))); // each a savepoint
    }

    @Override
    List<String> notes(boolean inTransaction) {
        return inTransaction ? jooq.transactionResult(it -> select(it.dsl())) : select(jooq);
    }

    @Override
    int change(long id, String to) {
        return jooq.update(CALLS).set(NOTE, to).where(ID.eq(id)).execute();
    }

    @Override
    void addTo(UUID tenant, String note) {
        jooq.insertInto(CALLS)
                .set(field(name("tenant_id"), UUID.class), tenant)
                .set(NOTE, note)
                .execute();
    }
}
