package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The hash of a representation. */
class ETagTest {
    @Test
    void itIsTheBeginningOfTheHash() {
        // FIPS 180-2, appendix B.1.
        assertThat(ETag.of("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo("\"ba7816bf8f01cfea\"");
        assertThat(ETag.of(new byte[0])).isEqualTo("\"e3b0c44298fc1c14\"");
    }

    @Test
    void itIsTheSameWhoeverElseHashes() {
        byte[] text = "{\"name\":\"Acme\"}".getBytes(StandardCharsets.US_ASCII);
        String alone = ETag.of(text);
        List<String> together = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> ETag.of(text))
                .distinct()
                .toList();
        assertThat(together).containsExactly(alone);
    }
}
