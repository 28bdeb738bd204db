package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.error.TenancyException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values are written. Each message follows the setting's name and never quotes what may hold a password. */
final class Formats {
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)]?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("[?&](user|password)=|//[^/]*@");

    private Formats() {}

    static Setting.Format<Integer> number(int least, int most) {
        return text -> {
            if (text.startsWith("tcp://")) {
                throw wrong("is Kubernetes' link to a service of that name, not a number: "
                        + "set enableServiceLinks: false, or set the variable yourself");
            }
            if (text.matches("[0-9]{1,9}")) {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            }
            throw wrong("must be a whole number from %d to %d, not \"%s\"".formatted(least, most, text));
        };
    }

    /** A word of a choice, read as what it stands for. */
    static <E extends Enum<E>> Setting.Format<E> choice(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(e -> wire(e).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("must be %s, not \"%s\""
                        .formatted(
                                Arrays.stream(type.getEnumConstants())
                                        .map(Formats::wire)
                                        .collect(Collectors.joining(" or ")),
                                text)));
    }

    static String wire(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static String host(String text) {
        var ipv6 = IPV6.matcher(text);
        if (ipv6.matches()) {
            return ipv6.group(1);
        }
        if (!HOST.matcher(text).matches()) {
            throw wrong("must be an address or a host name alone, not \"%s\"".formatted(text));
        }
        return text;
    }

    static String databaseUrl(String text) {
        if (!text.startsWith("jdbc:postgresql://")) {
            throw wrong("must be a JDBC URL of PostgreSQL: jdbc:postgresql://host:port/database");
        }
        if (PASSWORD_IN_URL.matcher(text).find()) {
            throw wrong("must not name a user or a password, which have settings of their own: "
                    + "TENANCY_DB_USER and TENANCY_DB_PASSWORD");
        }
        return text;
    }

    static Path path(String text) {
        if (text.startsWith("~")) {
            throw wrong("must be a whole path: \"~\" is the shell's, and none has read this value");
        }
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw wrong("must be a path, not \"%s\"".formatted(text));
        }
    }

    static Setting.Format<Set<Email>> emails() {
        return list(text -> {
            try {
                return new Email(text);
            } catch (TenancyException e) {
                throw wrong("has \"%s\": %s".formatted(text, e.detail()));
            }
        });
    }

    static Setting.Format<Set<String>> origins() {
        return list(Formats::origin);
    }

    /** An origin as browsers write it (RFC 6454 section 6.2): lower case, without its scheme's usual port. */
    private static String origin(String text) {
        try {
            URI uri = URI.create(text.toLowerCase(Locale.ROOT));
            int usual = "https".equals(uri.getScheme()) ? 443 : 80;
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
                return uri.getScheme() + "://" + uri.getHost() + port;
            }
        } catch (IllegalArgumentException e) {
            // No URI at all: refused below.
        }
        throw wrong("has \"%s\": each origin is scheme://host or scheme://host:port, without a path or \"*\""
                .formatted(text));
    }

    static <T> Setting.Format<Set<T>> list(Function<String, T> item) {
        return text -> Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(item)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }
}
