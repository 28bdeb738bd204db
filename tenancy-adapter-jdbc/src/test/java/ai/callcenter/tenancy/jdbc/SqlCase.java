package ai.callcenter.tenancy.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A test written as SQL. Files hold them one after another, a blank line between two:
 *
 * <pre>
 * -- what it says
 * -- as a login (absent: the service)
 * -- in setting=value …
 * select …;
 * --&gt; what comes of it
 * </pre>
 *
 * <p>Words that begin with {@code $} stand for values.
 */
record SqlCase(String title, Map<String, String> notes, String sql, String outcome) {
    static List<SqlCase> read(String resource, Map<String, String> values) {
        List<SqlCase> cases = new ArrayList<>();
        for (String block : Resources.text(resource).split("\n\\s*\n")) {
            cases.add(parse(replaced(block, values)));
        }
        return cases;
    }

    static String replaced(String text, Map<String, String> values) {
        String result = text;
        for (Map.Entry<String, String> each : values.entrySet()) {
            result = result.replaceAll("\\$" + each.getKey() + "\\b", each.getValue());
        }
        return result;
    }

    private static SqlCase parse(String block) {
        List<String> lines = block.strip().lines().toList();
        if (!lines.getFirst().startsWith("-- ") || !lines.getLast().startsWith("-->")) {
            throw new IllegalStateException("a case begins with its title and ends with its outcome:\n" + block);
        }
        Map<String, String> notes = new TreeMap<>();
        int first = 1;
        for (; lines.get(first).startsWith("-- "); first++) {
            String[] note = lines.get(first).substring(3).split(" ", 2);
            notes.put(note[0], note[1]);
        }
        return new SqlCase(
                lines.getFirst().substring(3),
                notes,
                lines.subList(first, lines.size() - 1).stream().collect(Collectors.joining("\n")),
                lines.getLast().substring(3).strip());
    }

    @Override
    public String toString() {
        return title;
    }
}
