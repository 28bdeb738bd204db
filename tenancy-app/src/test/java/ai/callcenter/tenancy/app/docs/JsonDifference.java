package ai.callcenter.tenancy.app.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How JSON differs from what a page shows, in which {@code …} inside a text stands for any characters. */
final class JsonDifference {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> found = new ArrayList<>();

    private JsonDifference() {}

    static List<String> of(String shown, String got) {
        JsonDifference difference = new JsonDifference();
        try {
            difference.compare("", JSON.readTree(shown), JSON.readTree(got));
        } catch (JsonProcessingException e) {
            difference.found.add("no JSON: " + e.getMessage() + " in what the page shows:\n" + shown
                    + "\nor in what the server answered:\n" + got);
        }
        return difference.found;
    }

    /** Whether a text is what the page shows. */
    static boolean matches(String shown, String got) {
        String pattern = Arrays.stream(shown.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(got).matches();
    }

    private void compare(String at, JsonNode shown, JsonNode got) {
        if (shown.isObject() && got.isObject()) {
            List<String> names = names(shown);
            if (names.equals(names(got))) {
                names.forEach(name -> compare(at + "/" + name, shown.get(name), got.get(name)));
            } else {
                found.add(at + ": the page shows the fields " + names + ", the server sent " + got);
            }
        } else if (shown.isArray() && got.isArray() && shown.size() == got.size()) {
            for (int i = 0; i < shown.size(); i++) {
                compare(at + "/" + i, shown.get(i), got.get(i));
            }
        } else if (shown.isTextual() && got.isTextual() ? !matches(shown.asText(), got.asText()) : !shown.equals(got)) {
            found.add(at + ": the page shows " + shown + ", the server sent " + got);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
