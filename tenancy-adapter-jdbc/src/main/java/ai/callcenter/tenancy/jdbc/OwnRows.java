package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.SIGN_OUTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;

import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.store.Own;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A user, or rows of the user's, together with when the user last signed out everywhere: one round trip. */
final class OwnRows {
    private OwnRows() {}

    /** @param context sets the user, and whatever else is needed */
    static Own<Optional<User>> me(Connection connection, Query context, @Nullable UserId user) throws SQLException {
        Query me = DSL.select(Rows.USER).from(USERS).where(USERS.ID.eq(user == null ? null : user.value()));
        Own<List<User>> found = read(connection, context, user, Rows::user, me);
        return new Own<>(found.signedOutAt(), found.value().stream().findFirst());
    }

    static <T> Own<List<T>> read(
            Connection connection, Query context, @Nullable UserId user, Sql.Row<T> row, Query query)
            throws SQLException {
        Query signOut = DSL.select(SIGN_OUTS.AT)
                .from(SIGN_OUTS)
                .where(SIGN_OUTS.USER_ID.eq(user == null ? null : user.value()));
        List<Instant> signedOut = new ArrayList<>(1);
        List<T> rows = new ArrayList<>();
        Sql.results(
                connection,
                (index, set) -> {
                    if (index == 1) {
                        Sql.read(set, Columns::time, signedOut);
                    } else if (index == 2) {
                        Sql.read(set, row, rows);
                    }
                },
                context,
                signOut,
                query);
        return new Own<>(signedOut.isEmpty() ? null : signedOut.get(0), rows);
    }
}
