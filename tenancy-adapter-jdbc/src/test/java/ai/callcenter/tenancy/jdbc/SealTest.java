package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Calls.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.callcenter.tenancy.contract.MovingClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seals as the database reads them, and when they are made again. */
class SealTest {
    private static final byte[] SECRET = new byte[32];
    /** By {@code openssl dgst -sha256 -hmac aaa…}. */
    private static final String KNOWN =
            "k1.00000000-0000-0000-0000-000000000ace.1700000060.bbf944b4e43997fa1c09bb3f63bc1d8efd7e85b50bbda7080e78b5c93e8cf08e";

    static {
        Arrays.fill(SECRET, (byte) 'a');
    }

    private static final SealKey KEY = SealKey.of("k1", SECRET);

    @Test
    void aSealIsTheHmacOfWhatStandsBeforeIt() {
        assertThat(KEY.seal(ACME, Instant.ofEpochSecond(1_700_000_060, 999))).isEqualTo(KNOWN);
    }

    @Test
    void theSecretIsACopyAndIsNotTold() {
        byte[] secret = SECRET.clone();
        SealKey key = SealKey.of("k1", secret);
        secret[0] = 'b';
        assertThat(key.seal(ACME, Instant.ofEpochSecond(1_700_000_060))).isEqualTo(KNOWN);
        assertThat(key).hasToString("SealKey[k1]");
        assertThat(new Sealing(key, Duration.ofSeconds(60), Clock.systemUTC()).toString())
                .doesNotContain("aaa");
    }

    @Test
    void badKeysAreRefusedWithoutTellingThem() {
        for (String id : List.of("", "K1", "k.1", "k".repeat(17))) {
            assertThatIllegalArgumentException().isThrownBy(() -> SealKey.of(id, SECRET));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealKey.of("k1", Arrays.copyOf(SECRET, 31)))
                .withMessageNotContaining("aaa");
        for (Duration validity : List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(2))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Sealing(KEY, validity, Clock.systemUTC()));
        }
    }

    @Test
    void aTransactionThatLastsLongIsSealedAgain() throws SQLException {
        MovingClock clock = new MovingClock();
        clock.move(Duration.between(clock.instant(), Instant.ofEpochSecond(1_700_000_000)));
        try (Calls calls = Calls.open();
                Connection connection = calls.tenants()
                        .sealed(KEY, Duration.ofSeconds(60), clock)
                        .connect(ACME)) {
            assertThat(seal(connection)).as("in auto-commit mode").isEqualTo(KNOWN);
            connection.setAutoCommit(false);
            assertThat(seal(connection)).isEqualTo(KNOWN);
            Savepoint savepoint = connection.setSavepoint();
            clock.move(Duration.ofSeconds(29));
            assertThat(seal(connection)).isEqualTo(KNOWN);
            clock.move(Duration.ofSeconds(1));
            assertThat(seal(connection)).startsWith("k1." + ACME + ".1700000090.");
            connection.rollback(savepoint);
            assertThat(seal(connection)).as("not the old one again").startsWith("k1." + ACME + ".1700000090.");
            connection.close();
            assertThat(calls.left()).isEmpty();
        }
    }

    private static String seal(Connection connection) throws SQLException {
        return Calls.texts(connection, "select current_setting('tenancy.seal')").getFirst();
    }
}
