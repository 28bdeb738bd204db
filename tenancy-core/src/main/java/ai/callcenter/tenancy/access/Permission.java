package ai.callcenter.tenancy.access;

/** What a member may do, each with the least role that may; an operator may do all of it. */
public enum Permission {
    /** Reads the tenant and its user count. */
    READ_TENANT(Role.VIEWER, "read this tenant"),
    /** Reads the members. */
    READ_MEMBERS(Role.VIEWER, "read this tenant's members"),
    /** Reads the configuration. */
    READ_CONFIG(Role.MEMBER, "read this tenant's configuration"),
    /** Changes name, description, domain, metadata. */
    EDIT_TENANT(Role.ADMIN, "change this tenant"),
    /** Writes the configuration. */
    WRITE_CONFIG(Role.ADMIN, "write this tenant's configuration"),
    /** Adds, removes and re-roles members. */
    MANAGE_MEMBERS(Role.ADMIN, "manage this tenant's members"),
    /** Reads the audit trail. */
    READ_AUDIT(Role.ADMIN, "read this tenant's audit trail"),
    /** Deletes the tenant. */
    DELETE_TENANT(Role.ADMIN, "delete this tenant"),
    /** Ends one's own membership. */
    LEAVE(Role.VIEWER, "leave this tenant"),
    /** Makes the tenant one's current one. */
    ENTER(Role.VIEWER, "enter this tenant");

    private final Role least;
    private final String deed;

    Permission(Role least, String deed) {
        this.least = least;
        this.deed = deed;
    }

    /** The least role that may. */
    public Role least() {
        return least;
    }

    /** What it allows, in words that follow "may". */
    public String deed() {
        return deed;
    }
}
