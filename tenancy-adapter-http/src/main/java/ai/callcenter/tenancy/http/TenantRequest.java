package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import jakarta.servlet.ServletRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that a {@link TenancyFilter} has let in: who calls, in which tenant, as what. It says what was so when the
 * request came; the next request is judged anew.
 */
public final class TenantRequest {
    /** The request attribute that holds it. */
    public static final String ATTRIBUTE = "ai.callcenter.tenancy.http.TenantRequest";

    private final Caller.User caller;
    private final Tenant tenant;
    private final Role role;
    private final String requestId;

    /** @param membership a member's */
    TenantRequest(Caller.User caller, Membership membership, String requestId) {
        this.caller = caller;
        this.tenant = membership.tenant();
        this.role = Objects.requireNonNull(membership.role(), "who enters is a member");
        this.requestId = requestId;
    }

    /**
     * What the filter has found out about a request.
     *
     * @throws IllegalStateException where no filter has let the request in
     */
    public static TenantRequest of(ServletRequest request) {
        return find(request)
                .orElseThrow(() -> new IllegalStateException("no TenancyFilter has let this request in: map one to its"
                        + " path, before whatever asks for the tenant, and leave the path out of its except(…)"));
    }

    /** The same, for what is served without a tenant too, such as a page for errors. */
    public static Optional<TenantRequest> find(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof TenantRequest known ? Optional.of(known) : Optional.empty();
    }

    /** The caller, acting in the tenant: what every use case takes. */
    public Caller.User caller() {
        return caller;
    }

    /** The tenant. */
    public Tenant tenant() {
        return tenant;
    }

    /** The tenant's id. */
    public TenantId tenantId() {
        return tenant.id();
    }

    /** The caller's role in the tenant. */
    public Role role() {
        return role;
    }

    /** What this request is called in the audit trail: its {@code X-Request-Id} where that is well formed. */
    public String requestId() {
        return requestId;
    }

    /**
     * Refuses a caller whose role may do less than another one. The filter answers 403, as the API does, unless the
     * application answers the exception itself.
     *
     * @throws TenancyException {@code insufficient_role}
     */
    public void require(Role least) {
        if (!role.atLeast(least)) {
            throw new TenancyException(
                    ErrorCode.INSUFFICIENT_ROLE,
                    "It takes the role %s to do this; yours is %s.".formatted(least.wire(), role.wire()));
        }
    }
}
