package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Text;
import java.util.Locale;

/**
 * A host name in ASCII (RFC 1123 section 2.1, at least two labels), letter case folded, without a trailing dot. A name
 * in other letters is refused with the request for its {@code xn--} form: the JDK's {@code java.net.IDN} would turn it
 * into another company's (IDNA 2003).
 *
 * @param value the name in lower case
 */
public record Domain(String value) {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    /**
     * Folds and checks the name.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public Domain {
        if (!Text.isAscii(value)) {
            throw TenancyException.invalid("a domain is written in ASCII: give the xn-- form of an international name");
        }
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() > MAX_LENGTH || !isHost(value)) {
            throw TenancyException.invalid("a domain is a host name such as support.acme.example");
        }
    }

    /** By hand, since every request reads such a name and a pattern takes ten times as long. */
    private static boolean isHost(String name) {
        int begin = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', begin)) {
            if (!isLabel(name, begin, dot)) {
                return false;
            }
            begin = dot + 1;
        }
        return begin > 0 && isLabel(name, begin, name.length()) && !isNumber(name, begin);
    }

    private static boolean isLabel(String name, int begin, int end) {
        if (begin == end || end - begin > MAX_LABEL || name.charAt(begin) == '-' || name.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = begin; i < end; i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String name, int begin) {
        for (int i = begin; i < name.length(); i++) {
            if (!isDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return value;
    }
}
