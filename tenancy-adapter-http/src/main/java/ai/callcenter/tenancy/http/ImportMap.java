package ai.callcenter.tenancy.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An import map (HTML standard, section 8.1.5) that is applied here: modules name others by bare specifiers, such as
 * {@code lit}, and arrive with relative URLs in their place, so that no page needs a map of its own.
 */
final class ImportMap {
    /**
     * A static import or re-export, which begins a line or follows another statement, or a dynamic import of a literal.
     * Comments and strings are not told apart, so a line of a template that reads as an import is taken for one.
     */
    private static final Pattern IMPORT = Pattern.compile("(?m)(?:"
            + "(?<=^|[;}]|\\*/)\\s*(?:import\\s*|(?:import|export)\\b[^'\"`;()=]*?\\bfrom\\s*)"
            + "|(?<![\\w$.])import\\s*\\(\\s*"
            + ")(?<quote>['\"])(?<specifier>[^'\"\\s\\\\]+)\\k<quote>");

    private static final Pattern RELATIVE_OR_URL = Pattern.compile("(?:/|\\.\\.?/|[A-Za-z][A-Za-z0-9+.-]*:).*");

    /** The longest key first: of two that fit, it counts. */
    private final Map<String, String> addresses =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private ImportMap() {}

    /**
     * Reads a map.
     *
     * @throws IllegalArgumentException if an address does not begin with {@code ./}, or a key ends with a slash and its
     *     address does not
     */
    static ImportMap parse(String json) {
        ImportMap map = new ImportMap();
        JsonMember imports = JsonObject.parse(json).get("imports");
        if (imports == null) {
            throw new IllegalArgumentException("the import map has no imports");
        }
        JsonObject.parse(imports.text()).forEach((key, address) -> map.add(key, address.text()));
        return map;
    }

    private void add(String key, String address) {
        if (!address.startsWith("./") || (key.endsWith("/") && !address.endsWith("/"))) {
            throw new IllegalArgumentException("no address in an import map: " + key + " -> " + address);
        }
        addresses.put(key, address.substring(2));
    }

    /**
     * A module with relative URLs for the bare specifiers that the map has. Others stay, for a map of the page's.
     *
     * @param path the module's own, from the map's folder
     */
    String resolve(String path, String module) {
        String up = path.contains("/") ? path.replaceAll("[^/]+/", "../").replaceAll("[^/]+$", "") : "./";
        return IMPORT.matcher(module).replaceAll(found -> {
            String address = address(found.group("specifier"));
            String before = module.substring(found.start(), found.start("specifier"));
            String after = module.substring(found.end("specifier"), found.end());
            return Matcher.quoteReplacement(address == null ? found.group() : before + up + address + after);
        });
    }

    /** Where a bare specifier leads, from the map's folder; null where the map does not have it. */
    private @Nullable String address(String specifier) {
        if (!isBare(specifier)) {
            return null;
        }
        for (Map.Entry<String, String> entry : addresses.entrySet()) {
            String key = entry.getKey();
            if (specifier.equals(key)) {
                return entry.getValue();
            }
            if (key.endsWith("/") && specifier.startsWith(key)) {
                String rest = specifier.substring(key.length());
                // As the standard says: an address is not left upwards.
                return rest.contains("..") ? null : entry.getValue() + rest;
            }
        }
        return null;
    }

    /** True for a specifier that means nothing without a map. */
    static boolean isBare(String specifier) {
        return !RELATIVE_OR_URL.matcher(specifier).matches();
    }

    /** What a module imports, as it is written there. */
    static List<String> specifiers(String module) {
        List<String> specifiers = new ArrayList<>();
        Matcher imports = IMPORT.matcher(module);
        while (imports.find()) {
            specifiers.add(imports.group("specifier"));
        }
        return specifiers;
    }
}
