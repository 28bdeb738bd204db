package ai.callcenter.tenancy.app.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code tenancy-api.d.ts} declares, as far as it is written the way that file is: a member a line. */
final class TypeDeclarations {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern ALIAS = Pattern.compile("(?m)^export type (\\w+) = (.*);$");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^  (\\w+)(\\??): (.*);$");

    private final String text;
    private final Map<String, String> aliases;

    TypeDeclarations(String text) {
        this.text = COMMENT.matcher(text).replaceAll("");
        aliases = ALIAS.matcher(this.text).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    }

    /** A member of an interface: whether it may be absent, and its types. */
    record Property(boolean optional, Set<String> types) {}

    /** The members of an interface, by name. */
    Map<String, Property> interfaceOf(String name) {
        Map<String, Property> members = new LinkedHashMap<>();
        PROPERTY.matcher(body("export interface " + name + " {"))
                .results()
                .forEach(m -> members.put(m.group(1), new Property(!m.group(2).isEmpty(), types(m.group(3)))));
        return members;
    }

    /** What follows that line, up to the end of what it begins. */
    String body(String line) {
        int start = text.indexOf("\n" + line + "\n");
        if (start < 0) {
            throw new AssertionError("no line “%s”".formatted(line));
        }
        return text.substring(start, text.indexOf("\n}", start)) + "\n";
    }

    /** A union in its parts: {@code null}, literals in quotes, and else the type in JSON. */
    private Set<String> types(String type) {
        if (type.startsWith("{")) {
            return Set.of("object");
        }
        return Stream.of(type.split(" \\| "))
                .flatMap(part -> aliases.containsKey(part)
                        ? types(aliases.get(part)).stream()
                        : Stream.of(part.matches("Record<.*>|[A-Z]\\w*") ? "object" : part))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
