package ai.callcenter.tenancy.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.CommandRun;
import com.auth0.jwk.JwkException;
import com.auth0.jwt.exceptions.IncorrectClaimException;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of docs/tokens.md, against a server that signs with keys from a file. */
class TokensPageTest {
    private static final String ANA = "ana@acme.example";

    @TempDir
    private Path folder;

    @Test
    void thePageShowsTheClassThatIsTriedHere() throws Exception {
        Path source = Path.of("src/test/java", TenantTokens.class.getName().replace('.', '/') + ".java");
        String shown = Files.readString(source).replaceFirst("package .*\\R+", "");

        assertThat(Files.readString(Path.of("..", "docs", "tokens.md"))).contains("```java\n" + shown + "```\n");
    }

    @Test
    void itTakesTenantTokensOfItsIssuerAndAudienceAndNothingElse() throws Exception {
        String[] pem = {pem(), pem()};
        Path keys = Files.writeString(folder.resolve("keys.pem"), pem[0]);
        Map<String, String> settings = Map.of("TENANCY_STORE", "memory", "TENANCY_TOKEN_KEY_FILE", keys.toString());
        try (AppProcess server =
                AppProcess.start(folder, settings, "serve", "--demo").awaitServing()) {
            TenantTokens tokens = new TenantTokens(server.url(), "tenancy", "tenancy");
            String token = token(server, keys, "--tenant", "acme.example");

            assertThat(tokens.verify(token).getClaim("tenant_id").asString())
                    .isEqualTo("00000000-0000-4000-8000-000000000001");
            assertThatExceptionOfType(JWTVerificationException.class)
                    .isThrownBy(() -> tokens.verify(token(server, keys)))
                    .withMessage("not a tenant token");
            assertThatExceptionOfType(IncorrectClaimException.class)
                    .isThrownBy(() -> new TenantTokens(server.url(), "tenancy", "billing").verify(token));
            assertThatExceptionOfType(IncorrectClaimException.class)
                    .isThrownBy(() -> new TenantTokens(server.url(), "other", "tenancy").verify(token));
            assertThatExceptionOfType(SignatureVerificationException.class)
                    .isThrownBy(() -> tokens.verify(token.substring(0, token.length() - 8) + "AAAAAAAA"));
            Path stranger = Files.writeString(folder.resolve("stranger.pem"), pem[1]);
            try (AppProcess other = AppProcess.start(
                            Files.createDirectory(folder.resolve("other")),
                            Map.of("TENANCY_STORE", "memory", "TENANCY_TOKEN_KEY_FILE", stranger.toString()),
                            "serve",
                            "--demo")
                    .awaitServing()) {
                String foreign = token(other, stranger, "--tenant", "acme.example");
                assertThatExceptionOfType(JwkException.class).isThrownBy(() -> tokens.verify(foreign));
            }
        }
    }

    private String token(AppProcess server, Path keys, String... tenant) {
        Map<String, String> settings = AppProcess.settings(
                folder,
                Map.of("TENANCY_PORT", String.valueOf(server.port()), "TENANCY_TOKEN_KEY_FILE", keys.toString()));
        CommandRun run = tenant.length == 0
                ? CommandRun.of(settings, "token", "--email", ANA)
                : CommandRun.of(settings, "token", "--email", ANA, tenant[0], tenant[1]);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().strip();
    }

    private static String pem() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
