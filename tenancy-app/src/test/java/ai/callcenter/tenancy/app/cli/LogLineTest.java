package ai.callcenter.tenancy.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void aWarningIsOneLineWithItsCauses() {
        assertThat(line(Level.WARNING))
                .isEqualTo("2026-11-23T06:09:00.123Z WARNING a.Logger: request 7 failed"
                        + " <- java.lang.IllegalStateException: away"
                        + " <- java.io.IOException: no such host" + System.lineSeparator());
    }

    @Test
    void anErrorHasItsStackTraceToo() {
        assertThat(line(Level.SEVERE)).contains("at " + LogLineTest.class.getName() + ".line(");
    }

    private static String line(Level level) {
        LogRecord entry = new LogRecord(level, "request {0} failed");
        entry.setLoggerName("a.Logger");
        entry.setParameters(new Object[] {7});
        entry.setInstant(Instant.parse("2026-11-23T06:09:00.123456Z"));
        entry.setThrown(new IllegalStateException("away", new IOException("no such\n  host")));
        return new LogLine().format(entry);
    }
}
