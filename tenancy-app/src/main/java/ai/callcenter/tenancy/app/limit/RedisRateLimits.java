package ai.callcenter.tenancy.app.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.callcenter.tenancy.app.config.CountConfig;
import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.RateLimitStore;
import ai.callcenter.tenancy.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Counts in a Redis, by its clock: one script, {@code take.lua}, one round trip. A key a tenant, which expires after a
 * day without requests.
 */
final class RedisRateLimits implements RateLimitStore, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RedisRateLimits.class.getName());

    /** How long each of these may take: to get a connection, to connect, to be answered. */
    private static final Duration WAIT = Duration.ofMillis(250);

    private static final int CONNECTIONS = 4;
    private static final int PORT = 6379;
    private static final String PREFIX = "tenancy:rate-limit:";
    private static final String TAKE = script();

    private final CountConfig.Redis config;
    private final RedisClient redis;
    private volatile String sha = "";

    /** Connects when it is first asked. */
    RedisRateLimits(CountConfig.Redis config) {
        this.config = config;
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(WAIT);
        pool.setJmxEnabled(false);
        String path = config.url().getPath().replaceFirst("^/", "");
        int port = config.url().getPort();
        this.redis = RedisClient.builder()
                .hostAndPort(new HostAndPort(config.url().getHost(), port < 0 ? PORT : port))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .timeoutMillis(Math.toIntExact(WAIT.toMillis()))
                        .user(config.user())
                        .password(config.password())
                        .database(path.isEmpty() ? 0 : Integer.parseInt(path))
                        .ssl("rediss".equals(config.url().getScheme()))
                        .sslParameters(namedByItsCertificate())
                        .resp2()
                        .clientName("tenancy")
                        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                        .build())
                .poolConfig(pool)
                .build();
    }

    private static SSLParameters namedByItsCertificate() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /** Says at once, in the log, when it is away. */
    void greet() {
        try {
            redis.ping();
        } catch (JedisException e) {
            LOG.log(
                    Level.WARNING,
                    "The Redis {0} (TENANCY_REDIS_URL) cannot be asked; each server counts by itself meanwhile: {1}",
                    config.url(),
                    String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Grant take(TenantId tenant, RateLimit limit, long wanted) {
        List<String> keys = List.of(PREFIX + tenant.value());
        List<String> values = List.of(
                Long.toString(wanted),
                Long.toString(limit.requests()),
                Long.toString(limit.per().toSeconds()));
        try {
            return grant(run(keys, values));
        } catch (JedisConnectionException e) {
            redis.getPool().clear(); // the others of its age are most likely gone too
            throw e;
        }
    }

    private Object run(List<String> keys, List<String> values) {
        String known = sha;
        try {
            if (!known.isEmpty()) {
                return redis.evalsha(known, keys, values);
            }
        } catch (JedisNoScriptException e) {
            // It has been started anew.
        }
        sha = redis.scriptLoad(TAKE);
        return redis.evalsha(sha, keys, values);
    }

    private static Grant grant(Object answer) {
        List<?> parts = (List<?>) answer;
        return new Grant((Long) parts.get(0), Double.parseDouble((String) parts.get(1)));
    }

    private static String script() {
        try (InputStream text = RedisRateLimits.class.getResourceAsStream("take.lua")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
