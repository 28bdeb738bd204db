package ai.callcenter.tenancy.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.CommandRun;
import ai.callcenter.tenancy.http.token.IdentityToken;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void printsATokenAloneThatTheServerAccepts() {
        environment.put("TENANCY_TOKEN_SECRET", SECRET);
        environment.put("TENANCY_TOKEN_ISSUER", "https://login.example");
        environment.put("TENANCY_TOKEN_AUDIENCE", "calls");

        CommandRun run = token("--email", "Ana@acme.example", "--name", "Ana Ohm", "--ttl", "PT1M");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("[A-Za-z0-9_.-]+\\R");
        IdentityToken token = verified(run.out().strip(), SharedSecret.of(SECRET), "https://login.example", "calls");
        assertThat(token.subject()).isEqualTo("ana@acme.example");
        assertThat(token.email()).isEqualTo("ana@acme.example");
        assertThat(token.name()).isEqualTo("Ana Ohm");
        assertThat(token.emailVerified()).isTrue();
        assertThat(Duration.between(Instant.now(), token.expiresAt())).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesASubject() {
        environment.put("TENANCY_TOKEN_SECRET", SECRET);

        String token =
                token("--email", "ana@acme.example", "--subject", "u-17").out().strip();

        assertThat(verified(token, SharedSecret.of(SECRET), "tenancy", "tenancy")
                        .subject())
                .isEqualTo("u-17");
    }

    @Test
    void makesASecretOnceAndKeepsItForItsOwnerAlone() throws Exception {
        String first = token("--email", "ana@acme.example").out().strip();
        String second = token("--email", "max@acme.example").out().strip();

        Path file = folder.resolve("data/token-secret");
        SharedSecret secret = SharedSecret.of(Files.readString(file).strip());
        assertThat(verified(first, secret, "tenancy", "tenancy").email()).isEqualTo("ana@acme.example");
        assertThat(verified(second, secret, "tenancy", "tenancy").email()).isEqualTo("max@acme.example");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesASecretThatOthersMayRead() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("token-secret"), SECRET);
        Files.setPosixFilePermissions(data.resolve("token-secret"), PosixFilePermissions.fromString("rw-r--r--"));

        CommandRun run = token("--email", "ana@acme.example");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("TENANCY_DATA_DIR").contains("chmod 600").doesNotContain(SECRET);
    }

    @Test
    void saysWhenItsDataFolderIsNone() throws Exception {
        Files.writeString(folder.resolve("data"), "a file");

        CommandRun run = token("--email", "ana@acme.example");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().startsWith("tenancy: TENANCY_DATA_DIR: ");
    }

    @ParameterizedTest
    @CsvSource({
        "--email ana,                                  an e-mail is an ASCII address",
        "--name Ana,                                   Missing required option",
        "--email a@b.example --ttl P31D,               30 days",
        "--email a@b.example --ttl 1h,                 --ttl",
        "--email a@b.example --ttl PT1H --tenant t.example, TENANCY_TOKEN_TTL",
        "--email a@b.example more,                     'more'",
    })
    void refusesAWrongCommandLine(String line, String says) {
        CommandRun run = token(line.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(says).contains("./tenancy token --help");
    }

    @Test
    void aTenantTokenNeedsARunningServer() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("TENANCY_PORT", Integer.toString(taken.getLocalPort()));
        }

        CommandRun run = token("--email", "ana@acme.example", "--tenant", "acme.example");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("No tenancy server answers at http://127.0.0.1:" + environment.get("TENANCY_PORT"))
                .contains("./tenancy serve");
    }

    @Test
    void aTenantTokenNeedsAPort() {
        environment.put("TENANCY_PORT", "0");

        CommandRun run = token("--email", "ana@acme.example", "--tenant", "acme.example");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("TENANCY_PORT is 0");
    }

    private CommandRun token(String... arguments) {
        environment.put("TENANCY_DATA_DIR", folder.resolve("data").toString());
        List<String> all =
                Stream.concat(Stream.of("token"), Arrays.stream(arguments)).toList();
        return CommandRun.of(environment, all.toArray(String[]::new));
    }

    private static IdentityToken verified(String token, SharedSecret secret, String issuer, String audience) {
        TokenSettings settings = new TokenSettings(issuer, audience, Duration.ofHours(1), Clock.systemUTC());
        return (IdentityToken) new TokenVerifier(settings, TokenKeys.of(secret, null)).verify(token);
    }
}
