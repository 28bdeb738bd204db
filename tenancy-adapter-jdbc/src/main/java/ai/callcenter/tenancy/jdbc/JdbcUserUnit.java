package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.UserUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One transaction of one user's own. */
final class JdbcUserUnit extends Unit implements UserUnit {
    private final UserId user;
    private @Nullable Own<Optional<User>> me;

    JdbcUserUnit(Connection connection, Watch watch, UserId user) {
        super(connection, watch, null);
        this.user = user;
    }

    @Override
    void begin(Connection on) throws SQLException {
        if (me == null) {
            me = OwnRows.me(on, DSL.select(Sql.setting("user_id", user)), user);
        }
    }

    @Override
    public Own<Optional<User>> me() {
        return ask(on -> {
            begin(on);
            return Objects.requireNonNull(me, "was read at the beginning");
        });
    }

    @Override
    public void signOut(Instant at) {
        run(JdbcSessions.signedOut(user, at));
    }
}
