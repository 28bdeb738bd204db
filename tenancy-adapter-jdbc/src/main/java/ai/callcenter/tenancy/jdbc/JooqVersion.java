package ai.callcenter.tenancy.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Constants;

/**
 * Which jOOQ is on the class path. A platform's BOM may put an older one there, with which everything compiles and
 * starts, and the first use lacks a method.
 */
final class JooqVersion {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    /** The one that this was compiled with: the compiler copies a constant. */
    private static final String OURS = Constants.FULL_VERSION;

    private JooqVersion() {}

    /** @throws IllegalStateException where it is too old, with what to set */
    static void require() {
        require(found(), OURS);
    }

    /** Any of the same minor version does, and any newer one. */
    static void require(String found, String ours) {
        if (minor(found) < minor(ours)) {
            throw new IllegalStateException("jOOQ " + found
                    + " is on the class path, too old for tenancy, which is made"
                    + " with " + ours + ": set the version of org.jooq:jooq, with Spring Boot's parent by the property"
                    + " <jooq.version>" + ours + "</jooq.version>");
        }
    }

    private static int minor(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            throw new IllegalStateException("the jOOQ on the class path says no version but " + version);
        }
        return 10_000 * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2));
    }

    private static String found() {
        try {
            return (String) Constants.class.getField("FULL_VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the jOOQ on the class path does not say its version", e);
        }
    }
}
