package ai.callcenter.tenancy.audit;

/** What was done. The names on the wire are stable. */
public enum AuditAction {
    /** A tenant was made. */
    TENANT_CREATED("tenant.created"),
    /** A tenant's fields changed. */
    TENANT_UPDATED("tenant.updated"),
    /** A tenant was deleted. */
    TENANT_DELETED("tenant.deleted"),
    /** A user made the tenant the current one. */
    TENANT_SWITCHED("tenant.switched"),
    /** A member was added. */
    MEMBER_ADDED("member.added"),
    /** A member's role changed. */
    MEMBER_ROLE_CHANGED("member.role_changed"),
    /** A member was removed by somebody else. */
    MEMBER_REMOVED("member.removed"),
    /** A member left. */
    MEMBER_LEFT("member.left"),
    /** A configuration key was set. */
    CONFIG_SET("config.set"),
    /** A configuration key was deleted. */
    CONFIG_DELETED("config.deleted"),
    /** A user signed in for the first time. */
    USER_CREATED("user.created"),
    /** A user who had been added by e-mail signed in for the first time. */
    USER_CLAIMED("user.claimed"),
    /** A refresh token was used a second time; its session was ended. */
    SESSION_REUSED("session.reused"),
    /** A user signed out everywhere. */
    USER_SIGNED_OUT("user.signed_out"),
    /** A user became a platform admin. */
    PLATFORM_ADMIN_GRANTED("platform_admin.granted"),
    /** A user is no platform admin any more. */
    PLATFORM_ADMIN_REVOKED("platform_admin.revoked"),
    /** An operator listed the tenants of all customers. */
    TENANTS_LISTED("tenants.listed");

    private final String wire;

    AuditAction(String wire) {
        this.wire = wire;
    }

    /** The name on the wire and in the store. */
    public String wire() {
        return wire;
    }
}
