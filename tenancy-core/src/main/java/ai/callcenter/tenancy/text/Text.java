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
        return text.codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t' || c == '\r')))
                        || c == '\u2028'
                        || c == '\u2029'
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
