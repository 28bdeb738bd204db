package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in to the console. A token can be pasted in any case.
 *
 * @param providers where one can sign in, if there is a client; they stay the caller's to close
 * @param client what the console is at the providers; null where it is unknown there
 * @param demo the people whom anybody may be; null for none
 */
public record ConsoleSettings(
        OidcProviders providers,
        @Nullable ConsoleClient client,
        @Nullable DemoSignIn demo) {
    /** By a token alone. */
    public ConsoleSettings() {
        this(OidcProviders.none(), null, null);
    }
}
