package ai.callcenter.tenancy.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQL that is not trusted can do about a sealed context: nothing. */
class SealedTablesTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
    private static final long FAR = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final Map<String, String> VALUES = values();

    private static TestPostgres database;
    private static Probes probes;

    @BeforeAll
    static void prepare() throws SQLException {
        database = HostTables.create();
        try (Connection superuser = database.superuser()) {
            addKey(superuser, "k1", SECRET);
        }
        try (Connection owner = HostTables.connect(database, HostTables.OWNER)) {
            TestPostgres.execute(owner, SqlCase.replaced("""
                    create table host.secrets (text text);
                    select tenancy.isolate('host.secrets', grantee => '$app', sealed => true);
                    select set_config('tenancy.seal', '$acmesealed', false);
                    insert into host.secrets (text) values ('acme');
                    select set_config('tenancy.seal', '$globexsealed', false);
                    insert into host.secrets (text) values ('globex')""", VALUES));
        }
        probes = new Probes(database);
    }

    @AfterAll
    static void close() throws SQLException {
        probes.close();
    }

    static Stream<SqlCase> attacks() {
        return SqlCase.read("host-sealed.sql", VALUES).stream();
    }

    @ParameterizedTest
    @MethodSource
    void attacks(SqlCase attack) throws SQLException {
        assertThat(probes.outcome(attack)).isEqualTo(attack.outcome());
    }

    @Test
    void opensWhatEverySecretSeals() throws SQLException {
        try (Connection superuser = database.superuser()) {
            for (int length : new int[] {32, 63, 64, 65, 200}) {
                byte[] secret = "s".repeat(length).getBytes(US_ASCII);
                addKey(superuser, "length" + length, secret);
                String acme = VALUES.get("acme");
                String seal = seal("length" + length, Objects.requireNonNull(acme), FAR, secret);
                assertThat(HostTables.lines(
                                superuser,
                                "select set_config('tenancy.seal', '" + seal
                                        + "', false); select tenancy.sealed_tenant()"))
                        .containsExactly(acme);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "k9, 31, fewer than 32 bytes",
        "K9, 32, 1 to 16 of a-z and 0-9",
        "k9.k9, 32, 1 to 16 of a-z and 0-9",
        "k1, 32, duplicate key"
    })
    void refusesKeysThatAreWeakOrDoNotFit(String id, int length, String reason) throws SQLException {
        try (Connection superuser = database.superuser()) {
            assertThatThrownBy(() -> addKey(superuser, id, new byte[length])).hasMessageContaining(reason);
        }
    }

    @Test
    void aKeyThatIsTakenAwayOpensNothingAnyMore() throws SQLException {
        String seal = seal("brief1", Objects.requireNonNull(VALUES.get("acme")), FAR, SECRET);
        String open = "select set_config('tenancy.seal', '" + seal + "', false); select tenancy.sealed_tenant()";
        try (Connection superuser = database.superuser()) {
            addKey(superuser, "brief1", SECRET);
            assertThat(HostTables.lines(superuser, open)).doesNotContainNull();
            TestPostgres.execute(superuser, "select tenancy.remove_seal_key('brief1')");
            assertThat(HostTables.lines(superuser, open)).containsOnlyNulls();
            assertThatThrownBy(() -> TestPostgres.execute(superuser, "select tenancy.remove_seal_key('brief1')"))
                    .hasMessageContaining("there is no seal key 'brief1'");
        }
    }

    private static void addKey(Connection superuser, String id, byte[] secret) throws SQLException {
        TestPostgres.execute(
                superuser,
                "select tenancy.add_seal_key('%s', '\\x%s')"
                        .formatted(id, HexFormat.of().formatHex(secret)));
    }

    private static Map<String, String> values() {
        Map<String, String> values = new HashMap<>(HostTables.VALUES);
        String acme = Objects.requireNonNull(values.get("acme"));
        values.put("acmesealed", seal("k1", acme, FAR, SECRET));
        values.put("globexsealed", seal("k1", Objects.requireNonNull(values.get("globex")), FAR, SECRET));
        values.put("ended", seal("k1", acme, Instant.now().getEpochSecond() - 1, SECRET));
        values.put("brief", seal("k1", acme, Instant.now().getEpochSecond() + 5, SECRET));
        return values;
    }

    private static String seal(String key, String tenant, long expiry, byte[] secret) {
        String sealed = key + "." + tenant + "." + expiry;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return sealed + "." + HexFormat.of().formatHex(mac.doFinal(sealed.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
