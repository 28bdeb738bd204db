package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a token is written: every one here is signed well, so only its form can refuse it. */
class TokenSyntaxTest extends TokenFixture {
    private static final byte[] KEY = Forge.SECRET.getBytes(UTF_8);

    private String good() {
        return Forge.hs256(HS, json(identityClaims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a", "a.b", "a.b.", ".b.c", "a..c", "e30.e30.", "\0"})
    void notThreeParts(String token) {
        refused(token, Reason.MALFORMED);
    }

    @Test
    void partsAddedAndTakenAway() {
        refused(good() + ".", Reason.MALFORMED);
        refused(good() + ".e30", Reason.MALFORMED);
        refused("." + good(), Reason.MALFORMED);
        refused(good().substring(0, good().lastIndexOf('.')), Reason.MALFORMED);
        refused(good().substring(0, good().lastIndexOf('.') + 1), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "==", " ", "\n", "\t", "+", "/", "%", "\u00e9", "\u0141", "A"})
    void aCharacterTooMany(String extra) {
        refused(good() + extra, extra.equals("A") ? Reason.SIGNATURE : Reason.MALFORMED);
        refused(extra + good(), Reason.MALFORMED);
        int dot = good().indexOf('.');
        String header = good().substring(0, dot);
        String payload = good().substring(dot + 1, good().lastIndexOf('.'));
        refused(Forge.hs256(KEY, header + extra + "." + payload), Reason.MALFORMED);
        refused(Forge.hs256(KEY, header + "." + payload + extra), Reason.MALFORMED);
    }

    @Test
    void atMost4096Characters() {
        String fits = padded(4096);
        assertThat(fits).hasSize(4096);
        acceptIdentity(fits);
        refused(padded(4097), Reason.MALFORMED);
        refused("a".repeat(10_000_000), Reason.MALFORMED);
    }

    /** A good token of a given length, by a claim that means nothing and blanks in the header. */
    private String padded(int length) {
        String header = HS;
        while (true) {
            for (int fill = 2900; fill > 2500; fill--) {
                String token = Forge.hs256(header, json(identityClaims(), "pad", '"' + "p".repeat(fill) + '"'));
                if (token.length() == length) {
                    return token;
                }
            }
            header = header + " ";
        }
    }

    @Test
    void spareBitsOfTheLastCharacterAreZero() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String good = good();
        acceptIdentity(good);
        String head = good.substring(0, good.length() - 1);
        for (String last : alphabet.split("", 0)) {
            if (!good.endsWith(last)) {
                assertThat(refusal(verifier, head + last)).isNotNull();
            }
        }
        // "{}" is e30; e31 and e32 differ only in bits that no byte takes.
        refused(Forge.hs256(KEY, Forge.encode(HS.getBytes(UTF_8)) + ".e31"), Reason.MALFORMED);
    }
}
