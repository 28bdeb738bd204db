package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The driven port: everything that is kept. It hands out no repositories but units, each one transaction bound to one
 * tenant, one user, one identity or one operator, which sees only what is theirs; so no query without a tenant can be
 * written.
 *
 * <p>Rules that every store keeps, each a fact of the contract suite:
 *
 * <ul>
 *   <li>A unit commits when its work returns and rolls back on every {@link Throwable}.
 *   <li>On a thread with an open unit, opening another one or reading is refused with {@link IllegalStateException}:
 *       the outer half would go on as the inner tenant.
 *   <li>A unit is dead after its work; using it throws {@link IllegalStateException}.
 *   <li>Transactions that fail by deadlock or serialization are run again, a bounded number of times, before
 *       {@code store_unavailable} is thrown.
 *   <li>What a unit publishes reaches the {@link #outbox} with its commit, or not at all.
 *   <li>Refusals are {@link TenancyException}s; a store that is away says {@code store_unavailable}.
 * </ul>
 */
public interface TenancyStore {
    /**
     * Reads in one tenant, each call its own transaction (one round trip on PostgreSQL).
     *
     * @param caller the user to be judged; null for the application itself
     */
    TenantReads read(TenantId tenant, @Nullable UserId caller);

    /** Reads what one user may see across the user's own tenants, each call its own transaction. */
    UserReads read(UserId user);

    /** The user with this identity, if somebody has signed in with it. */
    Optional<User> find(Identity identity);

    /** The tenant that has this domain; a domain is public, and a deleted tenant has none. */
    Optional<TenantId> find(Domain domain);

    /**
     * One transaction in one tenant that may write. A caller who belongs there holds the tenant against other writers
     * until it ends, so what {@link TenantUnit#access} says stays true.
     */
    <R, X extends Exception> R inTenant(TenantId tenant, @Nullable UserId caller, Work<? super TenantUnit, R, X> work)
            throws X;

    /** One transaction that signs an identity in; sees the users with its e-mail alone. */
    <R, X extends Exception> R asIdentity(Identity identity, Work<? super IdentityUnit, R, X> work) throws X;

    /** One transaction of a user's own, outside of any tenant. */
    <R, X extends Exception> R asUser(UserId user, Work<? super UserUnit, R, X> work) throws X;

    /**
     * The operator's door: one transaction over the tenants of all customers, read-only but for platform admins and the
     * trail.
     *
     * @param operator the user who claims to be an operator; null for the application itself
     * @param reason why the door is opened, for the trail
     */
    <R, X extends Exception> R asPlatform(
            @Nullable UserId operator, String reason, Work<? super PlatformUnit, R, X> work) throws X;

    /** The events that units have published. */
    Outbox outbox();
}
