package ai.callcenter.tenancy.config;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.regex.Pattern;

/**
 * The name of one setting of a tenant: {@code [a-z0-9][a-z0-9._-]{0,127}}.
 *
 * @param value the name
 */
public record ConfigKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,127}");

    /**
     * Checks the name.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public ConfigKey {
        if (!FORM.matcher(value).matches()) {
            throw TenancyException.invalid("a configuration key is 1 to 128 of a-z, 0-9, '.', '_' and '-',"
                    + " and begins with a letter or a digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
