package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.store.Guarded;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who may do what in a tenant: the one place where a caller meets a permission. */
final class Gate {
    private final TenancyStore store;

    Gate(TenancyStore store) {
        this.store = store;
    }

    /**
     * The user to open the store for, null for a host. A user who names another tenant than the one acted in is refused
     * before that tenant is touched, so it is told nothing and locks nothing; unless it is an operator, which costs one
     * more read.
     */
    @Nullable
    UserId at(Caller caller, TenantId tenant) {
        return switch (caller) {
            case Caller.Host host -> null;
            case Caller.User user -> {
                if (!tenant.equals(user.tenant())
                        && !store.read(user.id()).me().map(User::platformAdmin).orElse(false)) {
                    throw wrongTenant();
                }
                yield user.id();
            }
        };
    }

    /** Judges what was read together with its access, and hands it on when the caller may see it. */
    <T> T open(Caller caller, TenantId tenant, Guarded<T> guarded, Permission permission) {
        judge(caller, tenant, guarded.access(), permission);
        return guarded.value();
    }

    /** The caller's standing, or a refusal. */
    Standing judge(Caller caller, TenantId id, Access access, Permission permission) {
        return switch (caller) {
            case Caller.Host host ->
                new Standing(existing(access), access, new Actor(Actor.Kind.HOST, null, host.reason()));
            case Caller.User user -> {
                User known = access.caller();
                if (known != null && known.platformAdmin()) {
                    yield new Standing(existing(access), access, actor(Actor.Kind.OPERATOR, known));
                }
                if (!id.equals(user.tenant())) {
                    throw wrongTenant();
                }
                yield member(access, known, permission);
            }
        };
    }

    private static Standing member(Access access, @Nullable User known, Permission permission) {
        Tenant tenant = access.tenant();
        Role role = access.role();
        if (tenant == null || tenant.status() == TenantStatus.DELETED || known == null || role == null) {
            throw new TenancyException(ErrorCode.ACCESS_REVOKED, "You are no longer a member of this tenant.");
        }
        if (tenant.status() == TenantStatus.SUSPENDED) {
            throw suspended();
        }
        if (!role.atLeast(permission.least())) {
            throw new TenancyException(
                    ErrorCode.INSUFFICIENT_ROLE,
                    "It takes the role "
                            + permission.least().wire()
                            + " to "
                            + permission.deed()
                            + "; yours is "
                            + role.wire()
                            + ".");
        }
        return new Standing(tenant, access, actor(Actor.Kind.USER, known));
    }

    /**
     * Who does what only operators and hosts may.
     *
     * @throws TenancyException {@code insufficient_role}
     */
    static Actor operator(Caller caller, Optional<User> user, String deed) {
        return switch (caller) {
            case Caller.Host host -> new Actor(Actor.Kind.HOST, null, host.reason());
            case Caller.User id ->
                user.filter(User::platformAdmin)
                        .map(admin -> actor(Actor.Kind.OPERATOR, admin))
                        .orElseThrow(() -> onlyOperators(deed));
        };
    }

    static Actor actor(Actor.Kind kind, User user) {
        return new Actor(kind, user.id(), user.email().value());
    }

    private static Tenant existing(Access access) {
        if (access.tenant() == null) {
            throw Refusals.tenantNotFound();
        }
        return access.tenant();
    }

    static TenancyException suspended() {
        return new TenancyException(
                ErrorCode.TENANT_SUSPENDED, "The tenant is suspended; ask the operator to reactivate it.");
    }

    static TenancyException onlyOperators(String deed) {
        return new TenancyException(ErrorCode.INSUFFICIENT_ROLE, "Only a platform admin may " + deed + ".");
    }

    private static TenancyException wrongTenant() {
        return new TenancyException(
                ErrorCode.WRONG_TENANT, "The path names another tenant than the one you act in; switch to it first.");
    }
}
