package ai.callcenter.tenancy.http;

import java.util.Map;

/**
 * The console as a public client of the OpenID Connect providers (RFC 6749, section 2.1), with a code and PKCE.
 *
 * @param id the client identifier, the same at each provider
 * @param scope the scope that it asks for
 * @param parameters what else its authorization request says, such as an audience
 */
public record ConsoleClient(String id, String scope, Map<String, String> parameters) {
    public ConsoleClient {
        parameters = Map.copyOf(parameters);
    }
}
