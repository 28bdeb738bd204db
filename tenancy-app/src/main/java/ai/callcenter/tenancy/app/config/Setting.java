package ai.callcenter.tenancy.app.config;

import org.jspecify.annotations.Nullable;

/**
 * One setting of the server. What reads, lists and documents settings does so from this alone.
 *
 * @param name the environment variable, and the key in the properties file
 * @param fallback the value where none is given; null for none
 * @param example a value that is right
 * @param description what it means, and what holds where it is absent, in Markdown
 * @param place where it may stand
 * @param secret whether its value is never shown
 * @param format reads the text
 */
public record Setting<T>(
        String name,
        @Nullable String fallback,
        String example,
        String description,
        Place place,
        boolean secret,
        Format<T> format) {

    /** Where a setting may stand. */
    public enum Place {
        /** In the environment or in the file. */
        ANYWHERE,
        /** In the environment alone. */
        ENVIRONMENT,
        /** In the environment, for the launcher script alone. */
        LAUNCHER
    }

    /** How a value is written. */
    @FunctionalInterface
    public interface Format<T> {
        /**
         * Reads a value.
         *
         * @throws IllegalArgumentException with a message that follows the setting's name, such as "must be a number"
         */
        T read(String text);
    }

    /**
     * A value of it as it may be shown: one that its format refuses may hold a secret that stands in the wrong place.
     */
    String shown(String text) {
        try {
            format.read(text.strip());
        } catch (IllegalArgumentException e) {
            return "…";
        }
        return secret ? "…" : text.strip();
    }

    static <T> Setting<T> of(String name, @Nullable String fallback, String example, String text, Format<T> format) {
        return new Setting<>(name, fallback, example, text, Place.ANYWHERE, false, format);
    }

    Setting<T> hidden() {
        return new Setting<>(name, fallback, example, description, place, true, format);
    }

    Setting<T> in(Place where) {
        return new Setting<>(name, fallback, example, description, where, secret, format);
    }
}
