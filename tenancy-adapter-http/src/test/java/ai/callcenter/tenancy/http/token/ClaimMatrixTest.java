package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every claim that is read, in both kinds of token, times everything that it must not be. */
class ClaimMatrixTest extends TokenFixture {
    private static final Set<String> OPTIONAL = Set.of("name", "email_verified", "nbf");
    private static final List<String> IDENTITY =
            List.of("iss", "aud", "sub", "email", "exp", "iat", "nbf", "name", "email_verified");
    private static final List<String> TENANT =
            List.of("iss", "aud", "sub", "email", "exp", "iat", "nbf", "jti", "tenant_id", "role");

    /** No claim may have one of these values. */
    private static final List<String> NEVER = List.of(
            "null",
            "{}",
            "{\"a\":1}",
            "[null]",
            "[[]]",
            "-1",
            "-0.0",
            "0.5",
            "1.0",
            "1e400",
            "-1e400",
            "1E+2147483647",
            "253402300800",
            "9223372036854775808",
            "99999999999999999999999999999999999999",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"");

    static Stream<Arguments> cells() {
        return Stream.concat(
                        IDENTITY.stream().map(claim -> new String[] {HS, claim}),
                        TENANT.stream().map(claim -> new String[] {HS_TENANT, claim}))
                .flatMap(row -> NEVER.stream().map(value -> arguments(row[0], row[1], value)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isNothingElse(String header, String claim, String value) {
        Map<String, String> claims = claimsOf(header);
        assertThat(verifier.verify(Forge.hs256(header, json(claims)))).isNotNull();
        Reason reason = refusal(verifier, Forge.hs256(header, json(claims, claim, value)))
                .reason();
        // A text that the claim may have, were it not for its content, is another audience.
        assertThat(reason).isIn(Reason.CLAIM, claim.equals("aud") ? Reason.AUDIENCE : Reason.CLAIM);
    }

    static Stream<Arguments> rows() {
        return Stream.concat(
                IDENTITY.stream().map(claim -> arguments(HS, claim)),
                TENANT.stream().map(claim -> arguments(HS_TENANT, claim)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isThereOnce(String header, String claim) {
        Map<String, String> claims = claimsOf(header);
        String value = claims.getOrDefault(claim, "\"x\"");
        String member = "\"" + claim + "\":" + value;
        String once = json(claims, claim, value);
        for (String twice : List.of(
                "{" + member + "," + once.substring(1),
                once.substring(0, once.length() - 1) + "," + member + "}",
                once.substring(0, once.length() - 1) + ",\"" + escaped(claim) + "\":" + value + "}")) {
            refused(Forge.hs256(header, twice), Reason.MALFORMED);
        }
        boolean needed = !OPTIONAL.contains(claim) && !(header.equals(HS) && claim.equals("iat"));
        if (needed) {
            refused(Forge.hs256(header, json(claims, claim, null)), Reason.CLAIM);
        } else {
            assertThat(verifier.verify(Forge.hs256(header, json(claims, claim, null))))
                    .isNotNull();
        }
    }

    /** The same name to a reader of JSON, another one to a reader of text. */
    private static String escaped(String claim) {
        return "\\u%04x".formatted((int) claim.charAt(0)) + claim.substring(1);
    }

    private Map<String, String> claimsOf(String header) {
        return header.equals(HS) ? identityClaims() : tenantClaims();
    }
}
