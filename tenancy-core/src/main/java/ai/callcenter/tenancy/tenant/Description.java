package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Text;

/**
 * A text about a tenant: 1 to {@value #MAX_LENGTH} characters, line breaks allowed.
 *
 * @param value the text, without surrounding white space
 */
public record Description(String value) {
    /** The longest description, in code points. */
    public static final int MAX_LENGTH = 2000;

    /**
     * Strips and checks the text.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public Description {
        value = Text.of("a description", value, MAX_LENGTH, true);
    }

    @Override
    public String toString() {
        return value;
    }
}
