package ai.callcenter.tenancy.text;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.Locale;

/**
 * Text to search for, letter case ignored, everything else literal.
 *
 * @param key the text in the form that {@link #keyOf} gives to what is searched
 */
public record SearchText(String key) {
    private static final int MAX_LENGTH = 200;

    /**
     * Takes what a person typed.
     *
     * @throws TenancyException {@code invalid_input} when empty, too long or not text
     */
    public static SearchText of(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !Text.isPrintable(text, false)) {
            throw TenancyException.invalid("q must be 1 to " + MAX_LENGTH + " characters without control characters");
        }
        return new SearchText(keyOf(text));
    }

    /**
     * The form in which texts are compared and sorted. Made here and stored, since a database and Java fold letters
     * differently.
     */
    public static String keyOf(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether a text contains this one. */
    public boolean in(String text) {
        return keyOf(text).contains(key);
    }
}
