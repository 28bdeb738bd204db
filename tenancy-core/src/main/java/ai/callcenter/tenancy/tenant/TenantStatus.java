package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.Locale;

/** Whether a tenant may be entered. */
public enum TenantStatus {
    /** In use. */
    ACTIVE,
    /** Nobody but an operator may enter until it is reactivated. */
    SUSPENDED,
    /** Gone for its members; kept for the record. There is no way back. */
    DELETED;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name on the wire and in the store. */
    public String wire() {
        return wire;
    }

    /**
     * Reads the name on the wire.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public static TenantStatus parse(String text) {
        for (TenantStatus status : values()) {
            if (status.wire.equals(text)) {
                return status;
            }
        }
        throw TenancyException.invalid("status must be active, suspended or deleted");
    }
}
