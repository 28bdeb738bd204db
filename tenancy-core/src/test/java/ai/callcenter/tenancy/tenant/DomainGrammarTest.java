package ai.callcenter.tenancy.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.TenancyException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The check by hand against the grammar that it stands in for (RFC 1123 section 2.1). */
class DomainGrammarTest {
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(?:" + LABEL + "\\.)+" + LABEL);
    private static final Pattern ALL_NUMERIC_TOP = Pattern.compile(".*\\.[0-9]+");
    private static final String[] PIECES = {"a", "z", "0", "9", "-", ".", ".", "_", "a".repeat(62), "b".repeat(63)};

    @Test
    void allowsWhatTheGrammarDoes() {
        Random random = new Random(1123);
        int allowed = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            boolean expected = text.length() <= 253
                    && HOST.matcher(text).matches()
                    && !ALL_NUMERIC_TOP.matcher(text).matches();
            assertThat(isDomain(text.toString())).as("%s", text).isEqualTo(expected);
            allowed += expected ? 1 : 0;
        }
        assertThat(allowed).isBetween(3_000, 100_000);
    }

    private static boolean isDomain(String text) {
        try {
            return new Domain(text).value().equals(text);
        } catch (TenancyException e) {
            return false;
        }
    }
}
