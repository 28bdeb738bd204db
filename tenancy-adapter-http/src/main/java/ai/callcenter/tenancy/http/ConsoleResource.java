package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.token.oidc.OidcProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code /}, the console, and {@code /console.json}, how to sign in to it. */
final class ConsoleResource {
    /**
     * Nothing but what the server itself sends runs or shows, and text becomes HTML through Lit alone, which makes a
     * policy of trusted types by that name. Who signs in at a provider gets the token from there.
     */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types lit-html";

    private static final Map<String, String> HEADERS = Map.of(
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy",
                    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(),"
                            + " clipboard-write=(self)");

    private final ConsoleSettings settings;
    private final byte[] page = StaticFile.read("ui/console/page.html").getBytes(StandardCharsets.UTF_8);

    ConsoleResource(ConsoleSettings settings) {
        this.settings = settings;
    }

    void register(Routes routes) {
        routes.get("/", Access.ANYBODY, call -> page())
                .get("/console.json", Access.ANYBODY, call -> Answer.ok(new SignInJson(settings)));
    }

    /** Never stored: the policy is of now, and a copy would keep one from before a provider answered. */
    private Answer page() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("Content-Security-Policy", POLICY.formatted(providers()));
        return Answer.shared("text/html;charset=utf-8", page, headers);
    }

    /** The origins of the providers' token endpoints, a blank before each. */
    private String providers() {
        Set<String> origins = new TreeSet<>();
        if (settings.client() != null) {
            for (OidcProvider provider : settings.providers().all()) {
                URI token = provider.endpoints().token();
                if (token != null) {
                    origins.add(" " + token.getScheme() + "://" + token.getRawAuthority());
                }
            }
        }
        return String.join("", origins);
    }
}
