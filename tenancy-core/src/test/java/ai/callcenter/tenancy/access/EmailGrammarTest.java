package ai.callcenter.tenancy.access;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The check by hand against the grammar that it stands in for (RFC 5321 section 4.1.2, Dot-string). */
class EmailGrammarTest {
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final int ASCII = 128;

    @Test
    void allowsTheCharactersThatTheGrammarDoes() {
        for (char c = 0; c < ASCII; c++) {
            String local = "a" + Character.toLowerCase(c);
            assertThat(isEmail("a" + c + "@a.b")).as("character %d", (int) c).isEqualTo(isLocal(local));
        }
    }

    @Test
    void allowsTheDotsThatTheGrammarDoes() {
        Random random = new Random(5321);
        int allowed = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder local = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                local.append("ab.!-@\" ".charAt(random.nextInt(8)));
            }
            boolean expected = isLocal(local);
            assertThat(isEmail(local + "@a.b")).as("%s", local).isEqualTo(expected);
            allowed += expected ? 1 : 0;
        }
        assertThat(allowed).isBetween(5_000, 50_000);
    }

    private static boolean isLocal(CharSequence text) {
        return LOCAL.matcher(text).matches();
    }

    private static boolean isEmail(String text) {
        try {
            return new Email(text).value().equalsIgnoreCase(text);
        } catch (TenancyException e) {
            return false;
        }
    }
}
