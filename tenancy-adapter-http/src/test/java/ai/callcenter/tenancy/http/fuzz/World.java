package ai.callcenter.tenancy.http.fuzz;

import java.util.Map;

/**
 * What a server holds while it is attacked: a tenant with a few members and settings, and another one that only an
 * operator and its own members may see.
 *
 * @param tenant the tenant's id
 * @param foreign the other tenant's id
 * @param email that of a member
 * @param marker is in the other tenant's name and its members' e-mails, and nowhere else
 * @param tokens by who holds them; {@code admin} and {@code operator} are there
 */
public record World(String tenant, String foreign, String email, String marker, Map<String, String> tokens) {
    String token(String caller) {
        String token = tokens.get(caller);
        if (token == null) {
            throw new IllegalArgumentException(caller);
        }
        return token;
    }
}
