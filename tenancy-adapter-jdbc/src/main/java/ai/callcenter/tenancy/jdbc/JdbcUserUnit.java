package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.SIGN_OUTS;

import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.UserUnit;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import org.jooq.impl.DSL;

/** One transaction of one user's own. */
final class JdbcUserUnit extends Unit implements UserUnit {
    private final UserId user;
    private final Own<Optional<User>> me;

    JdbcUserUnit(Connection connection, Watch watch, UserId user, Own<Optional<User>> me) {
        super(connection, watch, null);
        this.user = user;
        this.me = me;
    }

    @Override
    public Own<Optional<User>> me() {
        alive();
        return me;
    }

    @Override
    public void signOut(Instant at) {
        run(DSL.insertInto(SIGN_OUTS)
                .set(SIGN_OUTS.USER_ID, user.value())
                .set(SIGN_OUTS.AT, at)
                .onConflict(SIGN_OUTS.USER_ID)
                .doUpdate()
                .set(SIGN_OUTS.AT, DSL.greatest(SIGN_OUTS.AT, DSL.excluded(SIGN_OUTS.AT))));
    }
}
