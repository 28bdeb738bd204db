package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.http.openapi.Conformance;
import ai.callcenter.tenancy.http.openapi.Coverage;
import ai.callcenter.tenancy.http.openapi.Observed;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import ai.callcenter.tenancy.store.TenancyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A running server over some store, a client of it, and people who call. */
final class Api implements AutoCloseable {
    static final String SECRET = "a secret that is known to tests alone";
    static final String ORIGIN = "https://app.example";
    static final Duration TTL = Duration.ofHours(1);
    static final RateLimit MANY = RateLimit.parse("1000000/PT1M");

    final TestClock clock = new TestClock();
    final LinkedBlockingQueue<RequestLog.Entry> log = new LinkedBlockingQueue<>();
    final Coverage coverage = new Coverage();
    volatile @Nullable String fault;

    private final TokenIssuer issuer;
    private final Server server;
    private final Person operator;

    /** A server whose limits no test reaches by itself. */
    Api(TenancyStore store) {
        this(store, new RateLimits(MANY, MANY, TrustedProxies.NONE));
    }

    Api(TenancyStore store, RateLimits limits) {
        this(store, limits, null);
    }

    /** @param host serves the API on a Javalin of its own; null for the server of this module */
    Api(TenancyStore store, RateLimits limits, @Nullable Function<TenancyHttp, Server> host) {
        Tenancy tenancy = Tenancy.builder(store)
                .clock(clock)
                .reserve(RateLimits.KEY, new RateLimitKey(limits.tenant()))
                .build();
        TokenSettings settings = new TokenSettings("tenancy", "tenancy", TTL, clock);
        TokenKeys keys = TokenKeys.of(SharedSecret.of(SECRET), null);
        issuer = new TokenIssuer(settings, keys);
        TenancyHttp api = new TenancyHttp(
                tenancy,
                new TokenVerifier(settings, keys),
                issuer,
                limits,
                new Bounds(RequestBody.MAX_TIME),
                clock::nanos);
        server = host == null ? server(api, keys) : host.apply(api);
        operator = person("Operator");
        tenancy.users().setPlatformAdmins(Caller.host("contract"), Set.of(new Email(operator.email())));
    }

    /** The console with somebody whom anybody may be. */
    static ConsoleSettings console(TokenIssuer issuer) {
        Email ana = new Email("ana@acme.example");
        DemoSignIn demo = new DemoSignIn(
                List.of(new DemoSignIn.Person(ana, "Nobody special")),
                email -> issuer.issueIdentityToken(email.value(), email.value(), null, TTL));
        return new ConsoleSettings(OidcProviders.none(), null, demo);
    }

    /** What serves the API. */
    record Server(int port, Runnable stop) {}

    private Server server(TenancyHttp api, TokenKeys keys) {
        TenancyServer own = new TenancyServer(
                        api,
                        keys,
                        log::add,
                        new ServerSettings("127.0.0.1", 0, Set.of(ORIGIN), console(issuer)),
                        new SharedReadiness(() -> fault, clock::nanos),
                        TenancyServer.KEPT_CONNECTIONS,
                        TenancyServer.HEAD_TIME)
                .start();
        return new Server(own.port(), own::close);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop().run();
    }

    /** Somebody nobody has heard of. */
    Person person(String name) {
        return new Person(name.toLowerCase(java.util.Locale.ROOT) + "." + unique() + "@people.example", name);
    }

    /** A tenant token of a user who does not exist. */
    String tokenOfNobody() {
        return issuer.issueTenantToken(UUID.randomUUID(), "nobody@people.example", UUID.randomUUID(), "admin")
                .token();
    }

    /** A tenant token that is valid still, of a founder who proved who it is longer ago than a session may last. */
    String tokenOfYesterday(Room room) {
        UUID founder = UUID.fromString(get(room.admin, "/api/v1/me").text("id"));
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        return issuer.issueTenantToken(
                        founder, room.founder.email(), UUID.fromString(room.id), "admin", yesterday, null)
                .token();
    }

    /** The platform admin, who is a member of nothing. */
    Person operator() {
        return operator;
    }

    static String unique() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    /** A request that carries no token. */
    TestRequest request(String method, String path) {
        return request(port(), method, path);
    }

    /** A request to another server than this one. */
    TestRequest request(int port, String method, String path) {
        return new TestRequest(port, method, path, this::observe);
    }

    /** Every answer that a test of the contract gets comes by here. */
    void observe(Observed seen) {
        Conformance.check(seen);
        coverage.note(seen);
    }

    Reply get(String token, String path) {
        return request("GET", path).token(token).send();
    }

    Reply delete(String token, String path) {
        return request("DELETE", path).token(token).send();
    }

    Reply post(String token, String path, String json) {
        return request("POST", path).token(token).json(json).send();
    }

    Reply put(String token, String path, String json) {
        return request("PUT", path).token(token).json(json).send();
    }

    Reply patch(String token, String path, String json) {
        return request("PATCH", path).token(token).json(json).send();
    }

    /** A new tenant with its founder and nobody else. */
    Room room() {
        Person founder = person("Ana");
        Reply made = post(founder.token(), "/api/v1/tenants", "{\"name\":\"Room " + unique() + "\"}")
                .ok(201);
        return new Room(made.text("id"), founder);
    }

    /** Somebody with an account at the identity provider. */
    final class Person {
        private final String email;
        private final String name;

        private Person(String email, String name) {
            this.email = email;
            this.name = name;
        }

        String email() {
            return email;
        }

        /** An identity token. */
        String token() {
            return issuer.issueIdentityToken("sub-" + email, email, name, TTL).token();
        }

        /** A token for a tenant, by a switch. */
        String in(String tenant) {
            return post(token(), "/api/v1/tenants/" + tenant + "/switch", "")
                    .ok(200)
                    .text("token");
        }
    }

    /** A tenant and its first admin. */
    final class Room {
        final String id;
        final String path;
        final Person founder;
        final String admin;

        private Room(String id, Person founder) {
            this.id = id;
            this.path = "/api/v1/tenants/" + id;
            this.founder = founder;
            this.admin = founder.in(id);
        }

        /** Somebody new, added in a role; the answer is who. */
        Person add(String role) {
            Person person = person(role);
            add(person, role).ok(201);
            return person;
        }

        Reply add(Person person, String role) {
            return post(admin, path + "/members", "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(person.email(), role));
        }

        /** The token of somebody new in a role. */
        String tokenOf(String role) {
            return add(role).in(id);
        }

        String member(Person person) {
            return path + "/members/" + person.email();
        }

        Reply suspend() {
            return patch(operator.token(), path, "{\"status\":\"suspended\"}").ok(200);
        }
    }
}
