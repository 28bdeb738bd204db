package ai.callcenter.tenancy.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.page.Position;
import ai.callcenter.tenancy.text.Text;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;

/** Any text as a cursor, and any position as text. */
class CursorFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void isRefusedOrTheOneSpelling(byte[] data) {
        String list = "members";
        String text = new String(data, UTF_8);
        Position position = decode(list, text);
        if (position != null) {
            assertThat(Cursor.encode(list, position)).isEqualTo(text);
        }
    }

    /** The lines are the list, the key and the tie. */
    @FuzzTest(maxDuration = "60s")
    void comesBackInItsOwnListAlone(byte[] data) {
        String[] lines = new String(data, UTF_8).split("\n", 3);
        if (lines.length < 3) {
            return;
        }
        String list = lines[0];
        String key = lines[1];
        String tie = lines[2];
        // What no text of the model has: a key or a tie with it cannot be.
        if (!Text.isPrintable(key, false) || !Text.isPrintable(tie, false) || !Text.isPrintable(list, true)) {
            return;
        }
        Position position = new Position(key, tie);
        String cursor = Cursor.encode(list, position);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(decode(list, cursor)).isEqualTo(position);
        assertThat(decode(list + "x", cursor)).isNull();
        assertThat(decode("x" + list, cursor)).isNull();
        assertThat(decode(list, cursor + "A")).isNull();
        assertThat(decode(list, cursor + "=")).isNull();
        for (int i = 0; i < cursor.length(); i += 1 + cursor.length() / 16) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(decode(list, cursor.substring(0, i) + other + cursor.substring(i + 1)))
                    .isNull();
        }
    }

    private static @Nullable Position decode(String list, String text) {
        try {
            return Cursor.decode(list, text);
        } catch (TenancyException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT);
            return null;
        }
    }
}
