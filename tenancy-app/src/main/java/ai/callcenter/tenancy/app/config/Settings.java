package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.http.token.RsaKeys;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.tenant.SeatLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of all settings. */
public final class Settings {
    static final Setting<Path> CONFIG = Setting.of(
                    "TENANCY_CONFIG",
                    null,
                    "/etc/tenancy/tenancy.properties",
                    "A properties file in UTF-8 with any of these settings. What is set in the environment wins.",
                    Formats::path)
            .in(Setting.Place.ENVIRONMENT);

    static final Setting<String> HOST = Setting.of(
            "TENANCY_HOST",
            "127.0.0.1",
            "0.0.0.0",
            "The address to listen on; `0.0.0.0` for every IPv4 one, `::` for every one.",
            Formats::host);

    static final Setting<Integer> PORT = Setting.of(
            "TENANCY_PORT",
            "8080",
            "8080",
            "The port to listen on; `0` for any free one, which the server then names.",
            Formats.number(0, 65535));

    static final Setting<StoreChoice> STORE = Setting.of(
            "TENANCY_STORE",
            "postgresql",
            "memory",
            "`postgresql`, or `memory`, which forgets everything when the server stops: for tries and clients' tests.",
            Formats.choice(StoreChoice.class));

    static final Setting<String> DB_URL = Setting.of(
            "TENANCY_DB_URL",
            null,
            "jdbc:postgresql://db.internal:5432/tenancy",
            "The JDBC URL of a PostgreSQL database. Absent: the server brings its own along and keeps its data in "
                    + "`TENANCY_DATA_DIR`.",
            Formats::databaseUrl);

    static final Setting<String> DB_USER = Setting.of(
            "TENANCY_DB_USER",
            null,
            "tenancy_service",
            "The login that the server works with. Row-level security must bind it: no superuser, owner of nothing.",
            text -> text);

    static final Setting<String> DB_PASSWORD = Setting.of(
                    "TENANCY_DB_PASSWORD", null, "…", "The password of `TENANCY_DB_USER`.", text -> text)
            .hidden();

    static final Setting<String> DB_MIGRATOR_USER = Setting.of(
            "TENANCY_DB_MIGRATOR_USER",
            null,
            "tenancy_migrator",
            "The login that `migrate` works with. Where it is set, `serve` migrates too when it starts.",
            text -> text);

    static final Setting<String> DB_MIGRATOR_PASSWORD = Setting.of(
                    "TENANCY_DB_MIGRATOR_PASSWORD",
                    null,
                    "…",
                    "The password of `TENANCY_DB_MIGRATOR_USER`.",
                    text -> text)
            .hidden();

    static final Setting<Integer> DB_POOL_SIZE = Setting.of(
            "TENANCY_DB_POOL_SIZE",
            "10",
            "20",
            "How many connections to the database the server holds at most.",
            Formats.number(1, 1000));

    static final Setting<Path> DATA_DIR = Setting.of(
            "TENANCY_DATA_DIR",
            null,
            "/var/lib/tenancy",
            "The folder for the PostgreSQL that the server brings along and for the secret that it makes. Absent: "
                    + "`$XDG_DATA_HOME/tenancy`, else `~/.local/share/tenancy`; on macOS "
                    + "`~/Library/Application Support/tenancy`; on Windows `%LOCALAPPDATA%\\tenancy`.",
            Formats::path);

    static final Setting<SharedSecret> TOKEN_SECRET = Setting.of(
                    "TENANCY_TOKEN_SECRET",
                    null,
                    "the output of `openssl rand -base64 32`",
                    "The secret, of at least 32 bytes, that verifies identity tokens and signs tenant tokens (HS256). "
                            + "Absent: with `TENANCY_DB_URL` there must be `TENANCY_TOKEN_KEY_FILE`; else one is made "
                            + "once and kept in the file `token-secret` in `TENANCY_DATA_DIR`, for its owner alone.",
                    SharedSecret::of)
            .hidden();

    static final Setting<RsaKeys> TOKEN_KEY_FILE = Setting.of(
            "TENANCY_TOKEN_KEY_FILE",
            null,
            "/etc/tenancy/token-keys.pem",
            "A PEM file with RSA private keys (PKCS#8). The first one signs tokens (RS256), all of them verify and are "
                    + "published at `/.well-known/jwks.json`. Together with `TENANCY_TOKEN_SECRET`, that one verifies "
                    + "identity tokens and these sign tenant tokens.",
            TokenFormats::keyFile);

    static final Setting<String> TOKEN_ISSUER = Setting.of(
            "TENANCY_TOKEN_ISSUER",
            "tenancy",
            "https://login.example.com",
            "The `iss` of every token that is accepted or issued.",
            TokenFormats::issuer);

    static final Setting<String> TOKEN_AUDIENCE = Setting.of(
            "TENANCY_TOKEN_AUDIENCE",
            "tenancy",
            "tenancy",
            "The `aud` of every token that is issued, and one of each that is accepted.",
            TokenFormats::audience);

    static final Setting<Duration> TOKEN_TTL = Setting.of(
            "TENANCY_TOKEN_TTL",
            "PT1H",
            "PT30M",
            "How long a tenant token lives, as an ISO 8601 duration: `PT1M` to `PT24H`.",
            TokenFormats::ttl);

    static final Setting<Duration> SESSION_TTL = Setting.of(
            "TENANCY_SESSION_TTL",
            "PT12H",
            "PT8H",
            "How long a user may go on, by switching with a tenant token or by refreshing, until an identity token is "
                    + "needed again, as an ISO 8601 duration: `PT1M` to `P30D`.",
            TokenFormats::session);

    static final Setting<Set<Email>> PLATFORM_ADMINS = Setting.of(
            "TENANCY_PLATFORM_ADMINS",
            null,
            "root@example.com,ops@example.com",
            "The e-mails of the platform admins, separated by commas. At each start exactly these are; absent: nobody, "
                    + "or with `serve --demo` `root@platform.example`.",
            Formats.emails());

    static final Setting<SeatLimit> DEFAULT_MAX_USERS = Setting.of(
            "TENANCY_DEFAULT_MAX_USERS",
            "25",
            "100",
            "The seats of a tenant that is made without `max_users`.",
            text -> new SeatLimit(Formats.number(1, SeatLimit.MAX).read(text)));

    static final Setting<Set<String>> CORS_ORIGINS = Setting.of(
            "TENANCY_CORS_ORIGINS",
            null,
            "https://app.example.com,http://localhost:5173",
            "The origins whose pages may call the API from a browser, separated by commas. Absent: none.",
            Formats.origins());

    static final Setting<Switch> REQUEST_LOG = Setting.of(
            "TENANCY_REQUEST_LOG",
            "on",
            "off",
            "`on` writes one line of JSON a request to standard output.",
            Formats.choice(Switch.class));

    static final Setting<Path> JAVA_HOME = Setting.of(
                    "TENANCY_JAVA_HOME",
                    null,
                    "/usr/lib/jvm/temurin-25-jdk",
                    "The folder of the JDK that the launcher script runs the server with. Absent: the first of "
                            + "version 21 or newer that it finds.",
                    Formats::path)
            .in(Setting.Place.LAUNCHER);

    /** All of them, in the order of the documentation. */
    static final List<Setting<?>> ALL = Stream.of(
                    List.of(
                            CONFIG,
                            HOST,
                            PORT,
                            CORS_ORIGINS,
                            REQUEST_LOG,
                            STORE,
                            DB_URL,
                            DB_USER,
                            DB_PASSWORD,
                            DB_POOL_SIZE,
                            DB_MIGRATOR_USER,
                            DB_MIGRATOR_PASSWORD,
                            DATA_DIR,
                            TOKEN_SECRET,
                            TOKEN_KEY_FILE,
                            TOKEN_ISSUER,
                            TOKEN_AUDIENCE,
                            TOKEN_TTL,
                            SESSION_TTL),
                    ProviderSettings.ALL,
                    ConsoleSettings.ALL,
                    List.of(PLATFORM_ADMINS, DEFAULT_MAX_USERS),
                    LimitSettings.ALL,
                    List.of(JAVA_HOME))
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private Settings() {}

    /** Where data is kept. */
    enum StoreChoice {
        POSTGRESQL,
        MEMORY
    }

    /** Whether something is done. */
    enum Switch {
        ON,
        OFF
    }
}
