package ai.callcenter.tenancy.access;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.Locale;

/** What a member may do in a tenant; each role may do what the ones before it may. */
public enum Role {
    /** Reads the tenant and its members. */
    VIEWER,
    /** Reads the configuration too. */
    MEMBER,
    /** Changes the tenant, its configuration and its members. */
    ADMIN;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name on the wire and in the store. */
    public String wire() {
        return wire;
    }

    /** Whether this role may do what the other may. */
    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /**
     * Reads the name on the wire.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public static Role parse(String text) {
        return switch (text) {
            case "viewer" -> VIEWER;
            case "member" -> MEMBER;
            case "admin" -> ADMIN;
            default -> throw TenancyException.invalid("role must be viewer, member or admin");
        };
    }
}
