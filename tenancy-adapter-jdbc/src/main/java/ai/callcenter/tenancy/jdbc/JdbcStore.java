package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USER_IDENTITIES;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.jdbc.generated.Routines;
import ai.callcenter.tenancy.store.IdentityUnit;
import ai.callcenter.tenancy.store.Outbox;
import ai.callcenter.tenancy.store.PlatformUnit;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.store.TenantReads;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.store.UserReads;
import ai.callcenter.tenancy.store.UserUnit;
import ai.callcenter.tenancy.store.Work;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.Optional;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The store on PostgreSQL: each unit is one transaction whose context row-level security goes by. */
final class JdbcStore implements TenancyStore {
    private final Transactions transactions;
    private final @Nullable TenantId only;
    private final JdbcListener listener;

    /** @param only the tenant whose connection this is over; null where it is nobody's */
    JdbcStore(Transactions transactions, @Nullable TenantId only) {
        this(transactions, only, (event, connection) -> {});
    }

    private JdbcStore(Transactions transactions, @Nullable TenantId only, JdbcListener listener) {
        this.transactions = transactions;
        this.only = only;
        this.listener = listener;
    }

    /** The same store, with a listener of its own. */
    JdbcStore with(JdbcListener other) {
        return new JdbcStore(transactions, only, other);
    }

    @Override
    public TenantReads read(TenantId tenant, @Nullable UserId caller) {
        refuseOther(tenant);
        return new JdbcTenantReads(transactions, tenant, caller);
    }

    @Override
    public UserReads read(UserId user) {
        return new JdbcUserReads(transactions, user);
    }

    @Override
    public Optional<User> find(Identity identity) {
        return transactions.read(
                connection -> Sql.row(connection, Rows::user, context(identity), byIdentity(identity)));
    }

    @Override
    public Optional<TenantId> find(Domain domain) {
        Query holder = DSL.select(Routines.tenantOfDomain(domain.value()));
        return transactions
                .read(connection -> Sql.row(connection, row -> Optional.ofNullable(row.idOrNull()), holder))
                .orElseThrow()
                .map(TenantId::new);
    }

    @Override
    public <R, X extends Exception> R inTenant(
            TenantId tenant, @Nullable UserId caller, Work<? super TenantUnit, R, X> work) throws X {
        refuseOther(tenant);
        return transactions.<JdbcTenantUnit, R, X>run(
                (connection, watch) -> new JdbcTenantUnit(connection, watch, tenant, caller, listener), work::in);
    }

    @Override
    public <R, X extends Exception> R asIdentity(Identity identity, Work<? super IdentityUnit, R, X> work) throws X {
        return transactions.<JdbcIdentityUnit, R, X>run(
                (connection, watch) -> new JdbcIdentityUnit(connection, watch, identity), work::in);
    }

    @Override
    public <R, X extends Exception> R asUser(UserId user, Work<? super UserUnit, R, X> work) throws X {
        return transactions.<JdbcUserUnit, R, X>run(
                (connection, watch) -> new JdbcUserUnit(connection, watch, user), work::in);
    }

    @Override
    public <R, X extends Exception> R asPlatform(
            @Nullable UserId operator, String reason, Work<? super PlatformUnit, R, X> work) throws X {
        return transactions.<JdbcPlatformUnit, R, X>run(
                (connection, watch) -> new JdbcPlatformUnit(connection, watch, operator, reason), work::in);
    }

    @Override
    public Outbox outbox() {
        return new JdbcOutbox(transactions);
    }

    private void refuseOther(TenantId tenant) {
        if (only != null && !only.equals(tenant)) {
            throw new IllegalArgumentException("this connection is tenant " + only + "'s: a use case in tenant "
                    + tenant + " needs a connection of that one's, or of the pool");
        }
    }

    static Query context(Identity identity) {
        return DSL.select(
                Sql.setting("issuer", identity.issuer()),
                Sql.setting("subject", identity.subject()),
                Sql.setting("email", identity.email()));
    }

    static Query byIdentity(Identity identity) {
        return DSL.select(Rows.USER)
                .from(USERS)
                .join(USER_IDENTITIES)
                .on(USER_IDENTITIES.USER_ID.eq(USERS.ID))
                .where(USER_IDENTITIES.ISSUER.eq(identity.issuer()))
                .and(USER_IDENTITIES.SUBJECT.eq(identity.subject()));
    }
}
