package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.SESSIONS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.SIGN_OUTS;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.jdbc.generated.tables.Sessions;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.store.SessionStore;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The sessions in a unit's tenant. */
final class JdbcSessions implements SessionStore {
    private final Unit unit;
    private final TenantId tenant;

    JdbcSessions(Unit unit, TenantId tenant) {
        this.unit = unit;
        this.tenant = tenant;
    }

    @Override
    public void open(Session session, int most) {
        unit.run(
                DSL.deleteFrom(SESSIONS)
                        .where(ofTheUser(SESSIONS, session))
                        .and(SESSIONS.EXPIRES_AT.le(session.openedAt())),
                DSL.deleteFrom(SESSIONS).where(ofTheUser(SESSIONS, session)).and(SESSIONS.ID.in(oldest(session, most))),
                DSL.insertInto(SESSIONS)
                        .set(SESSIONS.TENANT_ID, tenant.value())
                        .set(SESSIONS.ID, session.id())
                        .set(SESSIONS.USER_ID, session.user().value())
                        .set(SESSIONS.SECRET_HASH, session.secretHash())
                        .set(SESSIONS.AUTHENTICATED_AT, session.authenticatedAt())
                        .set(SESSIONS.OPENED_AT, session.openedAt())
                        .set(SESSIONS.EXPIRES_AT, session.expiresAt()));
    }

    /** Those that have to make room for one more. */
    private Select<Record1<UUID>> oldest(Session session, int most) {
        Sessions others = SESSIONS.as("others");
        return DSL.select(others.ID)
                .from(others)
                .where(ofTheUser(others, session))
                .orderBy(others.OPENED_AT.desc(), others.ID.desc())
                .offset(most - 1);
    }

    private Condition ofTheUser(Sessions table, Session session) {
        return table.TENANT_ID
                .eq(tenant.value())
                .and(table.USER_ID.eq(session.user().value()));
    }

    @Override
    public Optional<Session> find(UUID id) {
        return unit.row(Rows::session, byId(tenant, id));
    }

    static Query byId(TenantId tenant, UUID id) {
        return DSL.select(Rows.SESSION).from(SESSIONS).where(is(tenant, id));
    }

    @Override
    public void rotate(UUID id, String secretHash) {
        unit.run(DSL.update(SESSIONS).set(SESSIONS.SECRET_HASH, secretHash).where(is(tenant, id)));
    }

    @Override
    public void end(UUID id) {
        unit.run(DSL.deleteFrom(SESSIONS).where(is(tenant, id)));
    }

    @Override
    public void signOut(UserId caller, Instant at) {
        unit.run(signedOut(caller, at));
    }

    static Query signedOut(UserId user, Instant at) {
        return DSL.insertInto(SIGN_OUTS)
                .set(SIGN_OUTS.USER_ID, user.value())
                .set(SIGN_OUTS.AT, at)
                .onConflict(SIGN_OUTS.USER_ID)
                .doUpdate()
                .set(SIGN_OUTS.AT, DSL.greatest(SIGN_OUTS.AT, DSL.excluded(SIGN_OUTS.AT)));
    }

    private static Condition is(TenantId tenant, UUID id) {
        return SESSIONS.TENANT_ID.eq(tenant.value()).and(SESSIONS.ID.eq(id));
    }
}
