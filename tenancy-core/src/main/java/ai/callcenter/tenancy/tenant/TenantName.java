package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.SearchText;
import ai.callcenter.tenancy.text.Text;

/**
 * What people call a tenant: 1 to {@value #MAX_LENGTH} characters on one line. Not unique.
 *
 * @param value the name, without surrounding white space
 */
public record TenantName(String value) {
    /** The longest name, in code points. */
    public static final int MAX_LENGTH = 200;

    /**
     * Strips and checks the name.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public TenantName {
        value = Text.of("a tenant's name", value, MAX_LENGTH, false);
    }

    /** The form that lists are sorted and searched by. */
    public String key() {
        return SearchText.keyOf(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
