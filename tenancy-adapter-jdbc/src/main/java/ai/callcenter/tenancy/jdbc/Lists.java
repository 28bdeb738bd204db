package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANTS;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.page.Position;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.text.SearchText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Conditions that lists share. */
final class Lists {
    /** Java's times reach further than PostgreSQL's, and a position may come from a client. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Lists() {}

    /**
     * A page of the tenants behind a door, by name key and id, with one more that tells whether there is a next page.
     */
    static Select<?> tenants(Table<?> door, List<? extends Field<?>> columns, TenantFilter filter, PageRequest page) {
        Field<String> nameKey = in(door, TENANTS.NAME_KEY);
        Field<UUID> id = in(door, TENANTS.ID);
        Condition wanted = DSL.noCondition();
        if (filter.status() != null) {
            wanted = wanted.and(in(door, TENANTS.STATUS).eq(filter.status().wire()));
        }
        if (filter.text() != null) {
            wanted = wanted.and(contains(nameKey, filter.text()).or(contains(in(door, TENANTS.DOMAIN), filter.text())));
        }
        Position after = page.after();
        if (after != null) {
            wanted = wanted.and(DSL.row(nameKey, id).gt(after.key(), id(after)));
        }
        return DSL.select(columns).from(door).where(wanted).orderBy(nameKey, id).limit(page.limit() + 1);
    }

    /** A table's columns as a door has them. */
    static List<Field<?>> in(Table<?> door, List<Field<?>> columns) {
        return columns.stream().<Field<?>>map(column -> in(door, column)).toList();
    }

    private static <T> Field<T> in(Table<?> door, Field<T> column) {
        return Objects.requireNonNull(door.field(column), column::getName);
    }

    static Position positionOf(Tenant tenant) {
        return new Position(tenant.name().key(), tenant.id().toString());
    }

    /** Whether a column contains a text, every character of which is literal. */
    static Condition contains(Field<String> column, SearchText text) {
        return DSL.position(column, text.key()).gt(0);
    }

    static UUID id(Position position) {
        try {
            return UUID.fromString(position.tie());
        } catch (IllegalArgumentException e) {
            throw unknown(e);
        }
    }

    static Instant time(Position position) {
        try {
            Instant time = Instant.parse(position.key());
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw new DateTimeException("a time that PostgreSQL cannot hold");
            }
            return time;
        } catch (DateTimeException e) {
            throw unknown(e);
        }
    }

    private static TenancyException unknown(RuntimeException cause) {
        return new TenancyException(ErrorCode.INVALID_INPUT, "the cursor is not of this list", cause);
    }
}
