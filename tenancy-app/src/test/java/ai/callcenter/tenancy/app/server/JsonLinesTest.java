package ai.callcenter.tenancy.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.http.RequestLog;
import ai.callcenter.tenancy.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The request log: one line of JSON a request. */
class JsonLinesTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-11-23T06:09:00.123456Z");
    private static final RequestLog.Entry ENTRY = new RequestLog.Entry(
            TIME, "r-1", "GET", "/api/v1/tenants/{id}", 200, 1.23456, new TenantId(ID), new UserId(ID));
    private static final String LINE = "{\"time\":\"2026-11-23T06:09:00.123Z\",\"id\":\"r-1\",\"method\":\"GET\","
            + "\"route\":\"/api/v1/tenants/{id}\",\"status\":200,\"ms\":1.235,\"tenant\":\"" + ID + "\",\"user\":\""
            + ID + "\"}\n";

    @Test
    void writesALineARequestBeforeLong() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonLines log = new JsonLines(out)) {
            log.note(ENTRY);
            log.start();
            AppProcess.await("the first line", () -> out.size() > 0);
            log.note(ENTRY);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LINE + LINE);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonLines log = new JsonLines(out)) {
            log.start();
            log.note(new RequestLog.Entry(TIME, "r-1", "OTHER", null, 501, 0, null, null));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"time\":\"2026-11-23T06:09:00.123Z\",\"id\":\"r-1\",\"method\":\"OTHER\","
                        + "\"status\":501,\"ms\":0.0}\n");
    }

    @Test
    void aLineThatCannotBeWrittenIsNotTheLastOne() {
        CountDownLatch failed = new CountDownLatch(1);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                if (failed.getCount() > 0) {
                    failed.countDown();
                    throw new IllegalStateException("whatever it is");
                }
                read.write(bytes, from, length);
            }
        };
        Logger logger = Logger.getLogger(JsonLines.class.getName());
        logger.setLevel(Level.OFF);
        try (JsonLines log = new JsonLines(out)) {
            log.start();
            log.note(ENTRY);
            AppProcess.await("the failure", () -> failed.getCount() == 0);
            log.note(ENTRY);
        } finally {
            logger.setLevel(null);
        }
        assertThat(read.toString(StandardCharsets.UTF_8).split("\n"))
                .containsExactlyInAnyOrder("", "{\"dropped\":1}", LINE.strip());
    }

    @Test
    void aReaderWhoStopsHoldsNoRequestUpAndLosesWhatDoesNotFit() {
        CountDownLatch reads = new CountDownLatch(1);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    reads.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                read.write(bytes, from, length);
            }
        };
        int noted = 40_000;
        try (JsonLines log = new JsonLines(slow)) {
            log.start();
            for (int i = 0; i < noted; i++) {
                log.note(ENTRY);
            }
            reads.countDown();
        }
        String[] lines = read.toString(StandardCharsets.UTF_8).split("\n", -1);
        long dropped = 0;
        long written = 0;
        for (String line : lines) {
            if (line.startsWith("{\"dropped\":")) {
                dropped += Long.parseLong(line.replaceAll("[^0-9]", ""));
            } else if (!line.isEmpty()) {
                written++;
            }
        }
        assertThat(dropped).isPositive();
        assertThat(written + dropped).isEqualTo(noted);
    }
}
