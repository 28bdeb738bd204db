package ai.callcenter.tenancy.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.regex.Pattern;

/** Any text at all as a domain: refused with the one exception, or made canonical once and for all. */
class DomainFuzzTest {
    private static final Pattern DOT = Pattern.compile("\\.");

    @FuzzTest(maxDuration = "60s")
    void isRefusedOrCanonical(byte[] data) {
        String text = new String(data, UTF_8);
        Domain domain;
        try {
            domain = new Domain(text);
        } catch (TenancyException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_INPUT);
            assertThat(refusal.detail()).isNotBlank();
            return;
        }
        String value = domain.value();
        assertThat(new Domain(value)).as("canonical once, canonical for good").isEqualTo(domain);
        assertThat(value).hasSizeLessThanOrEqualTo(253).hasSameSizeAs(text).matches("[a-z0-9.-]+");
        String[] labels = DOT.split(value, -1);
        assertThat(labels)
                .hasSizeGreaterThan(1)
                .allSatisfy(label -> assertThat(label)
                        .hasSizeBetween(1, 63)
                        .doesNotStartWith("-")
                        .doesNotEndWith("-"));
        assertThat(labels[labels.length - 1]).as("no address of IPv4").containsPattern("[a-z-]");
        for (int i = 0; i < value.length(); i++) {
            char was = text.charAt(i);
            char is = value.charAt(i);
            assertThat(is).isEqualTo(was >= 'A' && was <= 'Z' ? (char) (was + 32) : was);
        }
    }
}
