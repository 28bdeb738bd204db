package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.token.RsaKeys;
import ai.callcenter.tenancy.http.token.SecretFile;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.oidc.OidcSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens count.
 *
 * @param settings issuer, audience, time to live
 * @param secret the shared secret; null where none is given
 * @param keys the RSA keys; null where none are given
 * @param providers the OpenID Connect providers whose tokens count too
 */
public record TokenConfig(
        TokenSettings settings,
        @Nullable SharedSecret secret,
        @Nullable RsaKeys keys,
        List<OidcSettings> providers) {

    private static final String SECRET_FILE = "token-secret";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    static void check(Values values, List<String> faults) {
        ProviderSettings.check(values, faults);
        if (values.given(Settings.DB_URL)
                && !values.given(Settings.TOKEN_SECRET)
                && !values.given(Settings.TOKEN_KEY_FILE)) {
            faults.add(("%s: is missing, and so is %s; with %s there must be one of them, since every server on that "
                            + "database needs the same; make one: openssl rand -base64 32")
                    .formatted(Settings.TOKEN_SECRET.name(), Settings.TOKEN_KEY_FILE.name(), Settings.DB_URL.name()));
        }
    }

    static TokenConfig of(Values values) {
        TokenSettings settings = new TokenSettings(
                values.get(Settings.TOKEN_ISSUER),
                values.get(Settings.TOKEN_AUDIENCE),
                values.get(Settings.TOKEN_TTL),
                Clock.systemUTC());
        return new TokenConfig(
                settings,
                values.find(Settings.TOKEN_SECRET),
                values.find(Settings.TOKEN_KEY_FILE),
                ProviderSettings.of(values));
    }

    /**
     * The keys. Where none are given, a secret that is made once and kept in the data folder.
     *
     * @throws ConfigException when that folder or its secret cannot be used
     */
    public TokenKeys keysOrKeptSecret(Path dataDir) {
        return TokenKeys.of(secret == null && keys == null ? kept(dataDir) : secret, keys);
    }

    private static SharedSecret kept(Path dataDir) {
        try {
            boolean posix =
                    dataDir.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(dataDir, posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0]);
            return SecretFile.loadOrCreate(dataDir.resolve(SECRET_FILE));
        } catch (IOException e) {
            throw new ConfigException(
                    List.of("%s: no secret can be kept in %s (%s)".formatted(Settings.DATA_DIR.name(), dataDir, e)));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(List.of("%s: %s".formatted(Settings.DATA_DIR.name(), e.getMessage())));
        }
    }
}
