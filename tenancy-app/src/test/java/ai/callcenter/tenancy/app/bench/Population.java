package ai.callcenter.tenancy.app.bench;

import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The tenants in the database, and the tokens of the admins of many of them. */
final class Population {
    static final String ISSUER = "tenancy";
    static final int MEMBERS = 10;

    private static final int MOST_TOKENS = 20_000;

    private final List<Admin> admins;

    /** An admin with a tenant token. */
    record Admin(UUID tenant, String token) {}

    /** @param tenants how many there are, numbered from 1 */
    Population(int tenants, String secret) {
        TokenIssuer issuer = new TokenIssuer(
                new TokenSettings(ISSUER, ISSUER, Duration.ofHours(24), Clock.systemUTC()),
                TokenKeys.of(SharedSecret.of(secret), null));
        int step = Math.max(1, tenants / MOST_TOKENS);
        admins = IntStream.iterate(1, n -> n <= tenants, n -> n + step)
                .mapToObj(n -> admin(issuer, n))
                .toList();
    }

    private static Admin admin(TokenIssuer issuer, int number) {
        UUID tenant = id('a', number);
        UUID user = id('b', (long) (number - 1) * MEMBERS + 1);
        String email = "u1@t%d.example".formatted(number);
        return new Admin(
                tenant, issuer.issueTenantToken(user, email, tenant, "admin").token());
    }

    /** The id that {@link Data} gives to what has this number. */
    static UUID id(char family, long number) {
        return UUID.fromString("01900000-0000-7000-%c000-%012x".formatted(family, number));
    }

    int size() {
        return admins.size();
    }

    Admin admin(int index) {
        return admins.get(index);
    }
}
