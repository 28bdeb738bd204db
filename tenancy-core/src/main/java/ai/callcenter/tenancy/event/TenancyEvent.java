package ai.callcenter.tenancy.event;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed in a tenant. Sign-ins, switches and reads are no events. A later version may add kinds: a
 * {@code switch} over them that is meant to last needs a {@code default}.
 */
public sealed interface TenancyEvent {
    /** Which event, in which tenant, when and by whom. */
    Origin origin();

    /** The stable name, such as {@code member.added}. */
    String name();

    /** The event's own id, by which a host knows one that is delivered again. */
    default UUID id() {
        return origin().id();
    }

    /** The tenant it happened in. */
    default TenantId tenantId() {
        return origin().tenant();
    }

    /** All of it as the text of one JSON object (RFC 8259), to be passed on. */
    default String json() {
        return EventJson.of(this);
    }

    /**
     * A tenant was made; its first member, if it has one, is an event of its own.
     *
     * @param tenant the tenant
     */
    record TenantCreated(Origin origin, Tenant tenant) implements TenancyEvent {
        @Override
        public String name() {
            return "tenant.created";
        }
    }

    /**
     * A tenant's name, domain, description, metadata or seat limit changed.
     *
     * @param before as it was
     * @param after as it is, a status that changed with it included, which is the next event
     */
    record TenantUpdated(Origin origin, Tenant before, Tenant after) implements TenancyEvent {
        @Override
        public String name() {
            return "tenant.updated";
        }
    }

    /**
     * Nobody gets in any more, until {@link TenantReactivated}.
     *
     * @param tenant as it is
     */
    record TenantSuspended(Origin origin, Tenant tenant) implements TenancyEvent {
        @Override
        public String name() {
            return "tenant.suspended";
        }
    }

    /**
     * A suspended tenant is active again.
     *
     * @param tenant as it is
     */
    record TenantReactivated(Origin origin, Tenant tenant) implements TenancyEvent {
        @Override
        public String name() {
            return "tenant.reactivated";
        }
    }

    /**
     * A tenant was deleted, for good. Its members are no events of their own.
     *
     * @param tenant as it was
     */
    record TenantDeleted(Origin origin, Tenant tenant) implements TenancyEvent {
        @Override
        public String name() {
            return "tenant.deleted";
        }
    }

    /**
     * A member was added.
     *
     * @param member the member
     */
    record MemberAdded(Origin origin, Member member) implements TenancyEvent {
        @Override
        public String name() {
            return "member.added";
        }
    }

    /**
     * A member has another role.
     *
     * @param member as it is
     * @param before the role that it had
     */
    record MemberRoleChanged(Origin origin, Member member, Role before) implements TenancyEvent {
        @Override
        public String name() {
            return "member.role_changed";
        }
    }

    /**
     * A membership ended.
     *
     * @param member as it was
     * @param left whether the member left; else somebody else removed it
     */
    record MemberRemoved(Origin origin, Member member, boolean left) implements TenancyEvent {
        @Override
        public String name() {
            return "member.removed";
        }
    }

    /**
     * A configuration key was set.
     *
     * @param before the value that it had; null for a new key
     * @param after the value that it has, which may be the same
     */
    record ConfigSet(Origin origin, ConfigKey key, @Nullable Json before, Json after) implements TenancyEvent {
        @Override
        public String name() {
            return "config.set";
        }
    }

    /**
     * A configuration key was deleted.
     *
     * @param before the value that it had
     */
    record ConfigDeleted(Origin origin, ConfigKey key, Json before) implements TenancyEvent {
        @Override
        public String name() {
            return "config.deleted";
        }
    }
}
