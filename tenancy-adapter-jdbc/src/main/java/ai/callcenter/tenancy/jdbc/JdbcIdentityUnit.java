package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USER_IDENTITIES;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.store.IdentityUnit;
import ai.callcenter.tenancy.store.Refusals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** One transaction that signs an identity in. */
final class JdbcIdentityUnit extends Unit implements IdentityUnit {
    private final Identity identity;
    private boolean begun;

    JdbcIdentityUnit(Connection connection, Watch watch, Identity identity) {
        super(connection, watch, null);
        this.identity = identity;
    }

    @Override
    void begin(Connection on) throws SQLException {
        if (!begun) {
            Sql.run(on, JdbcStore.context(identity));
            begun = true;
        }
    }

    @Override
    public Optional<User> known() {
        return row(Rows::user, JdbcStore.byIdentity(identity));
    }

    @Override
    public Optional<User> withEmail() {
        return row(
                Rows::user,
                DSL.select(Rows.USER)
                        .from(USERS)
                        .where(USERS.EMAIL.eq(identity.email().value())));
    }

    @Override
    public void create(User user) {
        if (!user.email().equals(identity.email())) {
            throw new IllegalArgumentException("an identity makes the user with its own e-mail");
        }
        run(
                DSL.insertInto(USERS)
                        .set(USERS.ID, user.id().value())
                        .set(USERS.EMAIL, user.email().value())
                        .set(USERS.NAME, user.name())
                        .set(USERS.CLAIMED, user.claimed())
                        .set(USERS.CREATED_AT, user.createdAt()),
                identityOf(user.id()));
    }

    @Override
    public void claim(UserId user, @Nullable String name) {
        // The identity first: one person's second request meets the first one's key, and is run again. Whether the
        // user is claimed is looked at as it is written, so that of two persons with one e-mail the second is refused.
        boolean claimed = row(
                        Columns::id,
                        identityOf(user),
                        DSL.update(USERS)
                                .set(USERS.CLAIMED, true)
                                .set(USERS.NAME, name)
                                .where(USERS.ID.eq(user.value()))
                                .and(USERS.EMAIL.eq(identity.email().value()))
                                .and(USERS.CLAIMED.isFalse())
                                .returning(USERS.ID))
                .isPresent();
        if (!claimed) {
            throw Refusals.emailTaken();
        }
    }

    private Query identityOf(UserId user) {
        return DSL.insertInto(USER_IDENTITIES)
                .set(USER_IDENTITIES.ISSUER, identity.issuer())
                .set(USER_IDENTITIES.SUBJECT, identity.subject())
                .set(USER_IDENTITIES.USER_ID, user.value())
                .set(USER_IDENTITIES.EMAIL, identity.email().value());
    }
}
