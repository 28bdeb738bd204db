package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.store.Guarded;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may do what in a tenant: the one place where a caller meets a permission. A member acts by the
 * membership; whether the caller is an operator is looked up only where that does not suffice.
 */
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
                if (!tenant.equals(user.tenant())) {
                    operator(user, store.read(user.id()).me(), Denials.wrongTenant());
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

    /** The standing of a caller who reads, or a refusal. */
    Standing judge(Caller caller, TenantId id, Access access, Permission permission) {
        return switch (caller) {
            case Caller.Host host -> of(host, access);
            case Caller.User user -> {
                TenancyException refusal = refusal(user, id, access, permission);
                yield refusal == null
                        ? of(user, access)
                        : of(operator(user, store.read(user.id()).me(), refusal), access);
            }
        };
    }

    /** The standing of a caller who reads as a member, operator or not; or a refusal. */
    Standing member(Caller.User user, TenantId id, Access access) {
        TenancyException refusal = refusal(user, id, access, Permission.ENTER);
        if (refusal != null) {
            throw refusal;
        }
        return of(user, access);
    }

    /** The standing of a caller who writes, which stays as it is until the unit ends; or a refusal. */
    Standing judge(Caller caller, TenantId id, TenantUnit unit, Permission permission) {
        return switch (caller) {
            case Caller.Host host -> of(host, unit.access());
            case Caller.User user -> {
                TenancyException refusal = refusal(user, id, unit.access(), permission);
                yield refusal == null ? of(user, unit.access()) : judgeOperator(unit, refusal);
            }
        };
    }

    /** The standing of an operator in a unit, or the refusal. */
    Standing judgeOperator(TenantUnit unit, TenancyException refusal) {
        User operator = operator(unit.caller(), refusal);
        return of(operator, unit.access());
    }

    /** Why a membership does not suffice; null when it does. */
    private static @Nullable TenancyException refusal(
            Caller.User user, TenantId id, Access access, Permission permission) {
        Denials.requireOpen(user, access.signedOutAt());
        if (!id.equals(user.tenant())) {
            return Denials.wrongTenant();
        }
        Tenant tenant = access.tenant();
        if (tenant == null || tenant.status() == TenantStatus.DELETED || access.member() == null) {
            return Denials.accessRevoked();
        }
        if (tenant.status() == TenantStatus.SUSPENDED) {
            return Denials.tenantSuspended();
        }
        return access.member().role().atLeast(permission.least())
                ? null
                : Denials.insufficientRole(permission, access.member().role());
    }

    private static User operator(Caller.User caller, Own<Optional<User>> user, TenancyException refusal) {
        Denials.requireOpen(caller, user.signedOutAt());
        return operator(user.value(), refusal);
    }

    private static User operator(Optional<User> caller, TenancyException refusal) {
        return caller.filter(User::platformAdmin).orElseThrow(() -> refusal);
    }

    /**
     * Who does what only operators and hosts may.
     *
     * @throws TenancyException {@code insufficient_role}
     */
    static Actor operator(Caller caller, Own<Optional<User>> user, String deed) {
        return switch (caller) {
            case Caller.Host host -> new Actor(Actor.Kind.HOST, null, host.reason());
            case Caller.User id -> actor(Actor.Kind.OPERATOR, operator(id, user, Denials.onlyOperators(deed)));
        };
    }

    static Actor actor(Actor.Kind kind, User user) {
        return new Actor(kind, user.id(), user.email().value());
    }

    private static Standing of(Caller.Host host, Access access) {
        return new Standing(existing(access), access, new Actor(Actor.Kind.HOST, null, host.reason()));
    }

    private static Standing of(User operator, Access access) {
        return new Standing(existing(access), access, actor(Actor.Kind.OPERATOR, operator));
    }

    private static Standing of(Caller.User member, Access access) {
        Email email = access.member() == null ? null : access.member().email();
        String name = email == null ? "" : email.value();
        return new Standing(existing(access), access, new Actor(Actor.Kind.USER, member.id(), name));
    }

    private static Tenant existing(Access access) {
        if (access.tenant() == null) {
            throw Refusals.tenantNotFound();
        }
        return access.tenant();
    }
}
