package com.example.routing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** One tenant's queues: those of the connection, which no statement here has to name. */
final class Queues {
    private static final Table<?> QUEUES = table("queues");
    private static final Field<UUID> ID = field("id", UUID.class);
    private static final Field<String> NUMBER = field("number", String.class);
    private static final Field<String> NAME = field("name", String.class);

    private final DSLContext tenant;

    Queues(DSLContext tenant) {
        this.tenant = tenant;
    }

    Queue add(String number, String name) {
        Queue added = new Queue(UUID.randomUUID(), number, name);
        tenant.insertInto(QUEUES, ID, NUMBER, NAME)
                .values(added.id(), added.number(), added.name())
                .execute();
        return added;
    }

    Optional<Queue> get(UUID id) {
        return tenant.select(ID, NUMBER, NAME)
                .from(QUEUES)
                .where(ID.eq(id))
                .fetchOptionalInto(Queue.class);
    }

    List<Queue> forNumber(String number) {
        return tenant.select(ID, NUMBER, NAME)
                .from(QUEUES)
                .where(NUMBER.eq(number))
                .fetchInto(Queue.class);
    }
}
