package ai.callcenter.tenancy.jdbc.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column, and what a sample row has there.
 *
 * @param name as the catalog has it
 * @param quoted as SQL has it
 * @param type what text is cast to
 * @param base the type's name, a domain's that of what it is over
 * @param category PostgreSQL's {@code typcategory}
 * @param length of bits and of texts that have one, in characters; 0 where there is none
 * @param label an enumeration's first
 * @param needed whether a row must say it
 * @param readable whether the service's login may select it
 * @param changeable whether the service's login may update it to what it is
 */
record SampleColumn(
        String name,
        String quoted,
        String type,
        String base,
        char category,
        int length,
        @Nullable String label,
        boolean needed,
        boolean readable,
        boolean changeable) {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The n-th value as text; null where there is none for the type. */
    @Nullable
    String sample(long n) {
        return switch (category) {
            case 'N' -> Long.toString(n);
            case 'S' -> Long.toString(n, Character.MAX_RADIX);
            case 'B' -> "true";
            case 'D' -> date(n);
            case 'T' -> n + " seconds";
            case 'I' -> "10.0.0." + n;
            case 'E' -> label;
            case 'R' -> base.endsWith("multirange") ? "{}" : "empty";
            case 'A' -> "{}";
            case 'V' -> "0".repeat(Math.max(1, length));
            default -> other();
        };
    }

    private String date(long n) {
        return switch (base) {
            case "date" -> LocalDate.of(2026, 1, 1).plusDays(n).toString();
            case "time", "timetz" -> "00:00:%02d".formatted(n % 60);
            default -> START.plusSeconds(n).toString();
        };
    }

    private @Nullable String other() {
        return switch (base) {
            case "uuid" -> UUID.randomUUID().toString();
            case "json", "jsonb" -> "{}";
            case "bytea" -> "\\x00";
            case "xml" -> "<a/>";
            case "tsvector" -> "";
            default -> null;
        };
    }
}
