package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.callcenter.tenancy.app.CommandRun;
import ai.callcenter.tenancy.http.token.RsaKeys;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code TENANCY_TOKEN_KEY_FILE}. */
class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void signsInsteadOfASecretAndThenNoneIsMade() throws Exception {
        Files.writeString(file(), pem());

        CommandRun run = CommandRun.of(environment(), "token", "--email", "ana@acme.example");

        AppConfig config = AppConfig.read(environment());
        assertThat(config.tokens().keys()).isNotNull();
        TokenKeys keys = TokenKeys.of(null, RsaKeys.read(file()));
        assertThat(new TokenVerifier(config.tokens().settings(), keys)
                        .verify(run.out().strip()))
                .isNotNull();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void isRefusedWithoutQuotingItWhereItHoldsNoKey() throws Exception {
        Files.writeString(file(), "-----BEGIN PRIVATE KEY-----\nSGVsbG8=\n-----END PRIVATE KEY-----\n");

        assertThat(catchThrowableOfType(ConfigException.class, () -> AppConfig.read(environment()))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("TENANCY_TOKEN_KEY_FILE: ")
                .contains(file().toString())
                .doesNotContain("SGVsbG8");
    }

    private Path file() {
        return folder.resolve("keys.pem");
    }

    private Map<String, String> environment() {
        return Map.of(
                "TENANCY_TOKEN_KEY_FILE", file().toString(),
                "TENANCY_DATA_DIR", folder.resolve("data").toString());
    }

    private static String pem() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
