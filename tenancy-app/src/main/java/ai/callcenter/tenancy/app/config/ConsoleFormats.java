package ai.callcenter.tenancy.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How what the console says to a provider is written. */
final class ConsoleFormats {
    /** What the console says itself, anew for each sign-in. */
    private static final Set<String> OWN = Set.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method");

    private ConsoleFormats() {}

    /** A client identifier (RFC 6749, appendix A.1). */
    static String clientId(String text) {
        if (!text.matches("[ -~]{1,255}")) {
            throw Formats.wrong("must be 1 to 255 ASCII characters, as the provider has it");
        }
        return text;
    }

    /** Names with a blank between them (RFC 6749, section 3.3). */
    static String scope(String text) {
        if (!text.matches("[!#-\\[\\]-~]+(?: [!#-\\[\\]-~]+)*")) {
            throw Formats.wrong(
                    "must be names with one blank between them, such as openid email, not \"%s\"".formatted(text));
        }
        return text;
    }

    static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : Formats.list(one -> one).read(text)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals);
            if (!name.matches("[A-Za-z0-9._-]+") || equals == part.length() - 1) {
                throw Formats.wrong("has \"%s\": each is name=value".formatted(part));
            }
            if (OWN.contains(name)) {
                throw Formats.wrong("has %s, which the console sets itself".formatted(name));
            }
            if (parameters.put(name, part.substring(equals + 1)) != null) {
                throw Formats.wrong("has %s twice".formatted(name));
            }
        }
        return parameters;
    }
}
