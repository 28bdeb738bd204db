package ai.callcenter.tenancy.http.token.oidc;

import java.util.Set;

/**
 * What is to be known of one OpenID Connect provider; the rest it tells itself.
 *
 * @param issuer its issuer identifier (OpenID Connect Discovery 1.0, section 2), exactly as it stands in its tokens:
 *     {@code https}, or {@code http} on a loopback host; no query, no fragment; at most 255 characters
 * @param audiences a token is accepted when its {@code aud} has one of these; at least one, each of 1 to 255 characters
 * @param emailClaim the claim that has the e-mail
 * @param emailVerifiedClaim the claim that says whether the provider has checked that the e-mail is the person's
 * @param nameClaim the claim that has the person's name
 * @param emailTrust when an e-mail counts as checked
 */
public record OidcSettings(
        String issuer,
        Set<String> audiences,
        String emailClaim,
        String emailVerifiedClaim,
        String nameClaim,
        EmailTrust emailTrust) {
    private static final int MAX_TEXT = 255;

    /**
     * Checks every part.
     *
     * @throws IllegalArgumentException if one is out of its bounds; the message says which, and what is wanted
     */
    public OidcSettings {
        issuer = issuer(issuer);
        audiences = Set.copyOf(audiences);
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException("an OpenID Connect provider needs an audience: without one, a token that"
                    + " was made for another service would be accepted");
        }
        audiences.forEach(OidcSettings::audience);
        claim(emailClaim);
        claim(emailVerifiedClaim);
        claim(nameClaim);
    }

    /** With the standard claims (OpenID Connect Core 1.0, section 5.1), and an e-mail trusted where it is verified. */
    public OidcSettings(String issuer, Set<String> audiences) {
        this(issuer, audiences, "email", "email_verified", "name", EmailTrust.VERIFIED);
    }

    /**
     * An issuer identifier as it is.
     *
     * @throws IllegalArgumentException if it is none; the message follows the name of what was read
     */
    public static String issuer(String text) {
        if (text.length() > MAX_TEXT || !ProviderUrl.isIssuer(text)) {
            throw new IllegalArgumentException("must be the https address of an OpenID Connect provider (http on this"
                    + " machine alone), without query or fragment, as the iss of its tokens has it, not \"" + text
                    + "\"");
        }
        return text;
    }

    /**
     * An audience as it is.
     *
     * @throws IllegalArgumentException if it is none; the message follows the name of what was read
     */
    public static String audience(String text) {
        if (text.isBlank() || text.length() > MAX_TEXT || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be 1 to 255 characters, without control characters");
        }
        return text;
    }

    /**
     * The name of a claim as it is.
     *
     * @throws IllegalArgumentException if it is none; the message follows the name of what was read
     */
    public static String claim(String text) {
        // What an error_description may hold (RFC 6750, section 3), since a refusal names the claim.
        if (!text.matches("[!#-\\[\\]-~]{1,128}")) {
            throw new IllegalArgumentException(
                    "must be the name of a claim: 1 to 128 ASCII characters without blanks, quotes, backslashes");
        }
        return text;
    }
}
