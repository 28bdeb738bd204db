package ai.callcenter.tenancy.text;

import ai.callcenter.tenancy.error.TenancyException;

/** Rules that every free text of the model keeps, so that each store and each page can hold it. */
public final class Text {
    private Text() {}

    /**
     * Text of a bounded length, surrounding white space removed.
     *
     * @param what the value's name, for the message
     * @param max the most code points
     * @throws TenancyException {@code invalid_input} when blank, too long, or with control characters or lone
     *     surrogates
     */
    public static String of(String what, String text, int max, boolean lines) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw TenancyException.invalid(what + " must not be blank");
        }
        if (stripped.codePointCount(0, stripped.length()) > max) {
            throw TenancyException.invalid(what + " must have at most " + max + " characters");
        }
        if (!isPrintable(stripped, lines)) {
            throw TenancyException.invalid(what + " must not contain control characters");
        }
        return stripped;
    }

    /** Whether a text has no control character (line breaks and tabs by permission) or lone surrogate. */
    public static boolean isPrintable(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                int point = text.codePointAt(i);
                if (point == c) {
                    return false; // a half alone
                }
                i++;
            } else if (c == '\u2028'
                    || c == '\u2029'
                    || (Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t' || c == '\r')))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has no character but those of ASCII. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
