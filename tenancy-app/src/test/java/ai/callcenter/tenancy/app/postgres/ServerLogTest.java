package ai.callcenter.tenancy.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    Path folder;

    @Test
    void staysSmallWhileSomebodyAppends() throws Exception {
        var log = new ServerLog(folder);
        byte[] mebibyte = "0123456789abcde\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (var appender = new FileOutputStream(log.file().toFile(), true)) {
            for (int i = 0; i < 25; i++) {
                appender.write(mebibyte);
                log.trim();
            }
            appender.write("the end\n".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(Files.size(log.file())).isLessThanOrEqualTo(ServerLog.LIMIT_BYTES);
        assertThat(Files.size(folder.resolve("postgres.log.1")))
                .isBetween(ServerLog.LIMIT_BYTES, ServerLog.LIMIT_BYTES + mebibyte.length);
        assertThat(log.tail()).endsWith("the end").startsWith("0123456789abcde").doesNotContain("\0");
    }

    @Test
    void showsOnlyWhatCameAfterTheMark() throws Exception {
        var log = new ServerLog(folder);
        Files.writeString(log.file(), "before\n");
        log.mark();
        assertThat(log.tail()).isEmpty();

        Files.writeString(log.file(), "before\nafter\n");
        assertThat(log.tail()).isEqualTo("after");
    }
}
