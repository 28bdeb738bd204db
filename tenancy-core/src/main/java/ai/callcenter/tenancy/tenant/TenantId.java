package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identity of a tenant.
 *
 * @param value the id
 */
public record TenantId(UUID value) {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /**
     * Reads the canonical form: a UUID in lower case. {@link UUID#fromString} alone takes {@code 1-1-1-1-1} too.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public static TenantId parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw TenancyException.invalid("a tenant id is a UUID in lower case");
        }
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
