package ai.callcenter.tenancy.access;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is according to an identity provider (OpenID Connect Core section 5.7: issuer and subject together are
 * the only stable name of a person; an e-mail is not).
 *
 * @param issuer the provider's issuer identifier, 1 to 255 characters
 * @param subject the person's identifier there, 1 to 255 characters
 * @param email the person's address
 * @param emailVerified whether the provider has checked that the address is the person's
 * @param name what the person is called, if known
 */
public record Identity(
        String issuer,
        String subject,
        Email email,
        boolean emailVerified,
        @Nullable String name) {
    private static final int MAX_LENGTH = 255;

    /** The longest name kept, in code points. */
    public static final int MAX_NAME = 200;

    /**
     * Checks issuer and subject; a name that cannot be kept counts as none.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public Identity {
        require("issuer", issuer);
        require("subject", subject);
        if (name != null
                && (name.isBlank()
                        || name.strip().codePointCount(0, name.strip().length()) > MAX_NAME
                        || !Text.isPrintable(name.strip(), false))) {
            name = null;
        }
        name = name == null ? null : name.strip();
    }

    private static void require(String what, String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH || !Text.isPrintable(text, false)) {
            throw TenancyException.invalid("an identity's " + what + " is 1 to 255 printable characters");
        }
    }
}
