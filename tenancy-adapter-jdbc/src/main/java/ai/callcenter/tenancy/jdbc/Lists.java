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
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Conditions that lists share. */
final class Lists {
    /** Java's times reach further than PostgreSQL's, and a position may come from a client. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Lists() {}

    /** The tenants that a filter and a position let through. */
    static Condition tenants(TenantFilter filter, PageRequest page) {
        Condition wanted = DSL.noCondition();
        if (filter.status() != null) {
            wanted = wanted.and(TENANTS.STATUS.eq(filter.status().wire()));
        }
        if (filter.text() != null) {
            wanted = wanted.and(contains(TENANTS.NAME_KEY, filter.text()).or(contains(TENANTS.DOMAIN, filter.text())));
        }
        Position after = page.after();
        return after == null
                ? wanted
                : wanted.and(DSL.row(TENANTS.NAME_KEY, TENANTS.ID).gt(after.key(), id(after)));
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
