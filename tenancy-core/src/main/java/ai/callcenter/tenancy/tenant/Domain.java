package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host name in ASCII (RFC 1123 section 2.1, at least two labels), letter case folded, without a trailing dot. A name
 * in other letters is refused with the request for its {@code xn--} form: the JDK's {@code java.net.IDN} would turn it
 * into another company's (IDNA 2003).
 *
 * @param value the name in lower case
 */
public record Domain(String value) {
    private static final int MAX_LENGTH = 253;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(?:" + LABEL + "\\.)+" + LABEL);
    private static final Pattern ALL_NUMERIC_TOP = Pattern.compile(".*\\.[0-9]+");

    /**
     * Folds and checks the name.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public Domain {
        if (value.chars().anyMatch(c -> c > 127)) {
            throw TenancyException.invalid("a domain is written in ASCII: give the xn-- form of an international name");
        }
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() > MAX_LENGTH
                || !HOST.matcher(value).matches()
                || ALL_NUMERIC_TOP.matcher(value).matches()) {
            throw TenancyException.invalid("a domain is a host name such as support.acme.example");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
