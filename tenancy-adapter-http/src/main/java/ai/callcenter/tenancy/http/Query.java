package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.TenancyException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query. One that the route does not know is refused, and so is one that comes twice: a filter with
 * a typing error must not silently become none.
 */
final class Query {
    private final Map<String, String> parameters;

    private Query(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static Query of(@Nullable String raw, Set<String> known) {
        Map<String, String> parameters = new TreeMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String part : raw.split("&", -1)) {
                int equals = part.indexOf('=');
                String name = decode("query", equals < 0 ? part : part.substring(0, equals));
                if (!known.contains(name)) {
                    throw Refusal.parameter("query", "there is no such parameter here; there are " + sorted(known));
                }
                String value = equals < 0 ? "" : decode(name, part.substring(equals + 1));
                if (parameters.putIfAbsent(name, value) != null) {
                    throw Refusal.parameter(name, "is given twice");
                }
            }
        }
        return new Query(parameters);
    }

    private static String sorted(Set<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().sorted().toList());
    }

    private static String decode(String name, String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            // The decoder turns what is no UTF-8 into this character.
            if (decoded.indexOf('\ufffd') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw Refusal.parameter(name, "is not percent-encoded UTF-8");
    }

    /** A parameter; null when absent. */
    @Nullable
    String get(String name) {
        return parameters.get(name);
    }

    /** A parameter, parsed; null when absent. */
    <T> @Nullable T get(String name, Function<String, T> parse) {
        String text = parameters.get(name);
        try {
            return text == null ? null : parse.apply(text);
        } catch (TenancyException e) {
            throw Refusal.parameter(name, e.detail());
        }
    }

    /** All that decides which items a list has, in one order. */
    String filters() {
        Map<String, String> filters = new TreeMap<>(parameters);
        filters.remove(Paging.LIMIT);
        filters.remove(Paging.CURSOR);
        return filters.toString();
    }
}
