package ai.callcenter.tenancy.event;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.regex.Pattern;

/**
 * The name of a subscription, the same in every process that shares its work.
 *
 * @param value from 1 to 64 of {@code a-z}, {@code 0-9}, dot, hyphen and underscore, beginning with a letter or digit
 */
public record SubscriptionName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /**
     * Checks the form.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public SubscriptionName {
        if (!FORM.matcher(value).matches()) {
            throw TenancyException.invalid("a subscription's name is 1 to 64 of a-z, 0-9, dot, hyphen and underscore,"
                    + " and begins with a letter or a digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
