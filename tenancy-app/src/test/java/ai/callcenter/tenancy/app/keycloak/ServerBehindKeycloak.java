package ai.callcenter.tenancy.app.keycloak;

import ai.callcenter.tenancy.app.AppProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;
import java.util.Map;

/** The server with the settings of {@code docs/identity-providers.md}, and a key pair for its own tokens. */
final class ServerBehindKeycloak {
    /** The {@code iss} of its tenant tokens. */
    static final String ISSUER = "https://tenancy.acme.example";

    /** The {@code aud} of its tenant tokens. */
    static final String AUDIENCE = "callcenter-services";

    private ServerBehindKeycloak() {}

    /** Starts it and waits until it listens. */
    static AppProcess start(Path folder, String keycloaksIssuer) throws IOException, GeneralSecurityException {
        String key = Base64.getMimeEncoder().encodeToString(newKey().getEncoded());
        Path keys = Files.writeString(
                folder.resolve("keys.pem"), "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        Map<String, String> settings = Map.of(
                "TENANCY_STORE",
                "memory",
                "TENANCY_TOKEN_KEY_FILE",
                keys.toString(),
                "TENANCY_TOKEN_ISSUER",
                ISSUER,
                "TENANCY_TOKEN_AUDIENCE",
                AUDIENCE,
                "TENANCY_OIDC_ISSUER",
                keycloaksIssuer,
                "TENANCY_OIDC_AUDIENCE",
                "tenancy");
        return AppProcess.start(folder, settings, "serve").awaitServing();
    }

    static RSAPrivateKey newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return (RSAPrivateKey) generator.generateKeyPair().getPrivate();
    }
}
