package ai.callcenter.tenancy.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text at all as an e-mail: refused with the one exception, or made canonical once and for all. */
class EmailFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void isRefusedOrCanonical(byte[] data) {
        String text = new String(data, UTF_8);
        Email email;
        try {
            email = new Email(text);
        } catch (TenancyException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT);
            assertThat(refusal.detail()).isNotBlank();
            return;
        }
        String value = email.value();
        assertThat(new Email(value)).as("canonical once, canonical for good").isEqualTo(email);
        assertThat(value).hasSizeLessThanOrEqualTo(Email.MAX_LENGTH).hasSameSizeAs(text);
        assertThat(value).matches("[!-?A-~]+@[a-z0-9.-]+").doesNotContainPattern("[A-Z]");
        // Letter case is all that was folded.
        for (int i = 0; i < value.length(); i++) {
            char was = text.charAt(i);
            char is = value.charAt(i);
            assertThat(is).isEqualTo(was >= 'A' && was <= 'Z' ? (char) (was + 32) : was);
        }
    }
}
