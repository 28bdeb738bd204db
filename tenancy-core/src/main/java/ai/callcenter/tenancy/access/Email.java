package ai.callcenter.tenancy.access;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.text.Text;
import java.util.Locale;

/**
 * An e-mail address in its one canonical form: dot-atom local part (RFC 5321 section 4.1.2) in ASCII lower case, no
 * folding of dots or plus tags, {@code @}, a {@link Domain}. At most {@value #MAX_LENGTH} octets (RFC 3696 erratum
 * 1690).
 *
 * @param value the canonical address
 */
public record Email(String value) {
    /** The longest address, in octets. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL = 64;
    private static final String SIGNS = "!#$%&'*+/=?^_`{|}~-";

    /**
     * Folds and checks the address.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public Email {
        int at = value.lastIndexOf('@');
        if (at < 1 || value.length() > MAX_LENGTH || !Text.isAscii(value)) {
            throw refused();
        }
        String local = value.substring(0, at).toLowerCase(Locale.ROOT);
        if (local.length() > MAX_LOCAL || !isDotAtom(local)) {
            throw refused();
        }
        value = local + "@" + new Domain(value.substring(at + 1)).value();
    }

    private static boolean isDotAtom(String text) {
        boolean begins = true; // an atom, which has a character at least
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' ? begins : !isAtomText(c)) {
                return false;
            }
            begins = c == '.';
        }
        return !begins;
    }

    private static boolean isAtomText(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || SIGNS.indexOf(c) >= 0;
    }

    private static TenancyException refused() {
        return TenancyException.invalid("an e-mail is an ASCII address of at most 254 octets such as ana@acme.example");
    }

    @Override
    public String toString() {
        return value;
    }
}
