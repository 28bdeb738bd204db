package ai.callcenter.tenancy.app.bench;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The least that a good engineer would write by hand: Javalin, java-jwt, plain JDBC on a pool, Jackson. */
final class BareServer {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JWTVerifier verifier;
    private final BareTenants tenants;
    private final BareMembers members;

    private BareServer(HikariDataSource pool, String secret) {
        this.verifier = JWT.require(Algorithm.HMAC256(secret))
                .withIssuer(Population.ISSUER)
                .withAudience(Population.ISSUER)
                .build();
        this.tenants = new BareTenants(pool);
        this.members = new BareMembers(pool);
    }

    /** Serves until the process is ended; its settings are those of the measured server. */
    public static void main(String... arguments) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getenv("TENANCY_DB_URL"));
        config.setUsername(System.getenv("TENANCY_DB_USER"));
        config.setPassword(System.getenv("TENANCY_DB_PASSWORD"));
        config.setMaximumPoolSize(Integer.parseInt(System.getenv("TENANCY_DB_POOL_SIZE")));
        BareServer server = new BareServer(new HikariDataSource(config), System.getenv("TENANCY_TOKEN_SECRET"));
        Javalin javalin = Javalin.create(server::configure).start("127.0.0.1", 0);
        System.out.println("the bare handler listens on http://127.0.0.1:" + javalin.port());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(new VirtualThreadPool());
        config.jetty.threadPool = threads;
        config.routes.get("/api/v1/tenant", this::tenant);
        config.routes.post("/api/v1/tenants/{id}/members", this::add);
        config.routes.delete("/api/v1/tenants/{id}/members/{email}", this::remove);
    }

    private void tenant(Context context) throws Exception {
        DecodedJWT token = token(context);
        UUID tenant = UUID.fromString(token.getClaim("tenant_id").asString());
        answer(context, tenants.find(tenant, token.getClaim("role").asString()));
    }

    private void add(Context context) throws Exception {
        DecodedJWT token = token(context);
        UUID tenant = own(token, context);
        JsonNode body = JSON.readTree(context.bodyAsBytes());
        BareMembers.Member added = members.add(
                tenant,
                caller(token),
                body.get("email").asText(),
                body.get("role").asText());
        context.status(201).header("Location", context.path() + "/" + added.email());
        answer(context, added);
    }

    private void remove(Context context) throws SQLException {
        DecodedJWT token = token(context);
        members.remove(own(token, context), caller(token), context.pathParam("email"));
        context.status(204);
    }

    private DecodedJWT token(Context context) {
        String header = context.header("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            throw new UnauthorizedResponse();
        }
        return verifier.verify(header.substring("Bearer ".length()));
    }

    private static UUID own(DecodedJWT token, Context context) {
        String tenant = token.getClaim("tenant_id").asString();
        if (!context.pathParam("id").equals(tenant)) {
            throw new ForbiddenResponse();
        }
        return UUID.fromString(tenant);
    }

    private static BareMembers.Caller caller(DecodedJWT token) {
        return new BareMembers.Caller(
                UUID.fromString(token.getSubject()), token.getClaim("email").asString());
    }

    private static void answer(Context context, Object value) throws Exception {
        context.contentType("application/json").result(JSON.writeValueAsBytes(value));
    }
}
