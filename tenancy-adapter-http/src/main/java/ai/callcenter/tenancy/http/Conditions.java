package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request expects of the present state: {@code If-Match} and {@code If-None-Match} (RFC 9110 section 13.1).
 *
 * @param match what it must be; null where nothing is asked
 * @param noneMatch what it must not be; null where nothing is asked
 */
record Conditions(@Nullable Tags match, @Nullable Tags noneMatch) {
    private static final Conditions NONE = new Conditions(null, null);
    private static final Pattern ELEMENT = Pattern.compile("\\G[ \\t,]*((?:W/)?\"[!#-~\\x80-\\xff]*\")[ \\t]*(?=,|$)");

    /** The tags of one field; {@code any} for {@code *}. */
    private record Tags(boolean any, List<String> tags) {
        /** Strong comparison: a weak tag is nobody's. */
        boolean hasStrong(String tag) {
            return any || tags.contains(tag);
        }

        boolean hasWeak(String tag) {
            return any || tags.contains(tag) || tags.contains("W/" + tag);
        }
    }

    static Conditions of(HttpServletRequest request) {
        Tags match = tags(request, "If-Match");
        Tags noneMatch = tags(request, "If-None-Match");
        return match == null && noneMatch == null ? NONE : new Conditions(match, noneMatch);
    }

    private static @Nullable Tags tags(HttpServletRequest request, String field) {
        if (request.getHeader(field) == null) {
            return null;
        }
        String list = String.join(",", Collections.list(request.getHeaders(field)));
        if (list.strip().equals("*")) {
            return new Tags(true, List.of());
        }
        List<String> tags = new ArrayList<>();
        Matcher element = ELEMENT.matcher(list);
        int end = 0;
        while (element.find()) {
            tags.add(element.group(1));
            end = element.end();
        }
        if (tags.isEmpty() || !list.substring(end).replace(",", "").isBlank()) {
            throw Refusal.parameter(field, "must be * or a list of entity tags in double quotes");
        }
        return new Tags(false, tags);
    }

    /** Whether a write may go on; null where there is nothing at present. */
    boolean allow(@Nullable JsonBody present) {
        if (this == NONE) {
            return true;
        }
        String tag = present == null ? null : ETag.of(present.bytes());
        return isMatch(tag) && !isKnown(tag);
    }

    /** Whether {@code If-Match} holds. */
    boolean isMatch(@Nullable String tag) {
        return match == null || (tag != null && match.hasStrong(tag));
    }

    /** Whether {@code If-None-Match} names the present state: a reader has it already. */
    boolean isKnown(@Nullable String tag) {
        return noneMatch != null && tag != null && noneMatch.hasWeak(tag);
    }
}
