package ai.callcenter.tenancy.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row read from left to right, so that a thing's columns can stand anywhere in it. */
final class Columns {
    private final ResultSet set;
    private int at;

    Columns(ResultSet set) {
        this.set = set;
    }

    void rewind() {
        at = 0;
    }

    /** Passes over columns that an outer join left empty. */
    void skip(int columns) {
        at += columns;
    }

    /** Whether the next column is null; stays before it. */
    boolean absent() throws SQLException {
        return set.getObject(at + 1) == null;
    }

    UUID id() throws SQLException {
        return present(set.getObject(++at, UUID.class));
    }

    @Nullable
    UUID idOrNull() throws SQLException {
        return set.getObject(++at, UUID.class);
    }

    String text() throws SQLException {
        return present(textOrNull());
    }

    @Nullable
    String textOrNull() throws SQLException {
        return set.getString(++at);
    }

    int number() throws SQLException {
        return set.getInt(++at);
    }

    long count() throws SQLException {
        return set.getLong(++at);
    }

    double seconds() throws SQLException {
        return set.getDouble(++at);
    }

    boolean flag() throws SQLException {
        return set.getBoolean(++at);
    }

    Instant time() throws SQLException {
        return present(timeOrNull());
    }

    @Nullable
    Instant timeOrNull() throws SQLException {
        OffsetDateTime time = set.getObject(++at, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "a column that is never null");
    }
}
