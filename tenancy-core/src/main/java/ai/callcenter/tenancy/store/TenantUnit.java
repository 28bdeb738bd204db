package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction in one tenant that may write. */
public interface TenantUnit {
    /**
     * The tenant and the caller's membership in it. Once it has been asked for, they stay so until this unit ends,
     * unless the caller is neither a member nor the application itself: such a one holds nobody up.
     */
    Access access();

    /**
     * The user who calls; empty for the application itself, and for a user who does not exist. Holds the tenant for a
     * platform admin too, so {@link #access} is read again with it.
     */
    Optional<User> caller();

    /**
     * Makes this unit's tenant, with its first member.
     *
     * @param tenant the tenant, whose id is this unit's
     * @param founder the first member; null for a tenant without members
     * @return the first member
     * @throws TenancyException {@code domain_taken}; {@code tenant_id_taken} when there is one already
     */
    Optional<Member> found(Tenant tenant, @Nullable NewMember founder);

    /**
     * Stores this unit's tenant with what changed, but for its user count. One that becomes deleted stops being
     * anybody's current tenant.
     *
     * @throws TenancyException {@code domain_taken}; {@code seat_limit_reached} when more seats are taken than the new
     *     limit
     */
    void update(Tenant tenant);

    /**
     * Makes this tenant a member's current one and notes that the member has entered it.
     *
     * @throws TenancyException {@code tenant_not_found} when the user is not a member
     */
    void enter(UserId user, Instant at);

    /** This tenant's members. */
    MemberStore members();

    /** This tenant's configuration. */
    ConfigStore configs();

    /** The sessions in this tenant. */
    SessionStore sessions();

    /**
     * Adds a line to this tenant's trail; it is written with the commit.
     *
     * @throws IllegalArgumentException when the entry is another tenant's
     */
    void record(AuditEntry entry);

    /**
     * Tells the subscriptions of an event; it reaches them with the commit.
     *
     * @throws IllegalArgumentException when the event is another tenant's
     */
    void publish(TenancyEvent event);
}
