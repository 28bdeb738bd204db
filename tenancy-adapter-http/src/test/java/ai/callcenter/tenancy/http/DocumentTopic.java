package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.openapi.Document;
import ai.callcenter.tenancy.http.openapi.Operation;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What operations answer alike, asked of each one that the document names. */
interface DocumentTopic extends ApiTopic {
    Document DOCUMENT = Document.served();

    /** One request an hour, from all strangers of one address. */
    RateLimits ONE = new RateLimits(null, new RateLimit(1, Duration.ofHours(1)), TrustedProxies.NONE);

    @Test
    default void eachRefusesABodyThatIsNone() {
        Api.Room room = api().room();
        for (Operation operation : DOCUMENT.operations()) {
            String none = operation.body().isPresent() ? "[]" : "{\"x\":1}";
            request(operation, room, room.founder)
                    .token(room.admin)
                    .json(none)
                    .send()
                    .invalid("");
        }
    }

    @Test
    default void eachThatTakesABodyTakesNoOther() {
        Api.Room room = api().room();
        DOCUMENT.answering(413).filter(one -> one.body().isPresent()).forEach(operation -> {
            TestRequest large = request(operation, room, room.founder).token(room.admin);
            large.json(" ".repeat(RequestBody.MAX_BYTES + 1)).send().problem(413, "body_too_large");
            TestRequest text = request(operation, room, room.founder).token(room.admin);
            text.body("text/plain", operation.exampleBody()).send().problem(415, "unsupported_media_type");
        });
    }

    @Test
    default void eachRefusesWhoCannotSignIn() {
        Api.Room room = api().room();
        DOCUMENT.answering(401).filter(Operation::secured).forEach(operation -> {
            String taken = identity("sub-other-" + Api.unique(), room.founder.email(), true);
            call(operation, room, room.founder, taken).problem(409, "email_taken");
            String unverified = identity("sub-" + Api.unique(), Api.unique() + "@people.example", false);
            call(operation, room, room.founder, unverified).problem(403, "email_not_verified");
        });
    }

    private String identity(String subject, String email, boolean verified) {
        return JWT.create()
                .withIssuer("tenancy")
                .withAudience("tenancy")
                .withSubject(subject)
                .withClaim("email", email)
                .withClaim("email_verified", verified)
                .withExpiresAt(api().clock.instant().plusSeconds(600))
                .sign(Algorithm.HMAC256(Api.SECRET));
    }

    @Test
    default void eachRefusesWhoHasSignedOut() {
        Api.Room room = api().room();
        Api.Person max = room.add("member");
        String token = max.in(room.id);
        api().post(token, SignOutTopic.SIGN_OUT, "").ok(204);
        DOCUMENT.answering("signed_out")
                .forEach(one -> call(one, room, max, token).problem(401, "signed_out"));
        String expired = api().tokenOfYesterday(room);
        DOCUMENT.answering("session_expired")
                .forEach(one -> call(one, room, max, expired).problem(401, "session_expired"));
    }

    @Test
    default void eachIsRefusedBeyondTheLimit() {
        Api.Room room = api().room();
        try (FailingServer server = new FailingServer(IllegalStateException::new, ONE)) {
            new TestRequest(server.port(), "GET", "/api/v1/me").send().problem(401, "missing_token");
            DOCUMENT.answering(429)
                    .forEach(one -> api().request(server.port(), one.method(), one.path(room.id, room.founder.email()))
                            .send()
                            .problem(429, "rate_limited"));
        }
    }

    @Test
    default void eachRefusesPagesOfOtherSites() {
        Api.Room room = api().room();
        DOCUMENT.answering(403)
                .forEach(operation -> request(operation, room, room.founder)
                        .token(room.admin)
                        .header("Origin", "https://evil.example")
                        .send()
                        .problem(403, "origin_not_allowed"));
    }

    @Test
    default void eachKnowsWhatIsNotThere() {
        Api.Room room = api().room();
        Api.Person nobody = api().person("Nobody");
        String absent = "00000000-0000-4000-8000-00000000dead";
        String operator = api().operator().token();
        DOCUMENT.answering("tenant_not_found")
                .forEach(one -> send(one, api().request(one.method(), one.path(absent, nobody.email())), operator)
                        .problem(404, "tenant_not_found"));
        DOCUMENT.answering("member_not_found")
                .forEach(one -> call(one, room, nobody, room.admin).problem(404, "member_not_found"));
        DOCUMENT.answering("config_not_found")
                .forEach(one -> call(one, room, nobody, room.admin).problem(404, "config_not_found"));
        DOCUMENT.answering("user_not_found")
                .forEach(one -> call(one, room, nobody, api().tokenOfNobody()).problem(404, "user_not_found"));
        api().request("GET", "/docs/nothing.js").send().problem(404, "not_found");
        api().request("GET", "/ui/nothing.js").send().problem(404, "not_found");
    }

    @Test
    default void eachThatKnowsStatesKeepsToTheOneExpected() {
        Api.Room room = api().room();
        Api.Person max = room.add("member");
        api().put(room.admin, room.path + "/configs/greeting", "{\"value\":1}").ok(201);
        DOCUMENT.answering(412).forEach(operation -> {
            TestRequest request = request(operation, room, max).header("If-Match", "\"0000000000000000\"");
            send(operation, request, room.admin).problem(412, "precondition_failed");
        });
        DOCUMENT.answering(304).forEach(operation -> {
            String tag = request(operation, room, max).token(room.admin).send().etag();
            TestRequest again = request(operation, room, max).header("If-None-Match", tag);
            again.token(room.admin).send().ok(304);
        });
    }

    @Test
    default void eachThatWritesLeavesADeletedTenantAlone() {
        Api.Room room = api().room();
        Api.Person max = room.add("member");
        room.add(api().operator(), "viewer").ok(201);
        String operator = api().operator().in(room.id);
        api().put(room.admin, room.path + "/configs/greeting", "{\"value\":1}").ok(201);
        api().delete(room.admin, room.path).ok(204);
        DOCUMENT.answering("tenant_deleted")
                .forEach(one -> call(one, room, max, operator).problem(409, "tenant_deleted"));
    }

    @Test
    default void eachSaysThatTheStoreIsAway() {
        Api.Room room = api().room();
        Logger logger = Logger.getLogger(Failures.class.getName());
        logger.setLevel(Level.OFF);
        try (FailingServer away = new FailingServer(
                        () -> new TenancyException(ErrorCode.STORE_UNAVAILABLE, "The store is away; try again."));
                FailingServer broken = new FailingServer(() -> new IllegalStateException("broken"))) {
            DOCUMENT.answering("store_unavailable").forEach(one -> {
                String path = one.path(room.id, room.founder.email());
                send(one, api().request(away.port(), one.method(), path), away.token())
                        .problem(503, "store_unavailable");
                send(one, api().request(broken.port(), one.method(), path), broken.token())
                        .problem(500, "internal_error");
            });
        } finally {
            logger.setLevel(null);
        }
    }

    private Reply call(Operation operation, Api.Room room, Api.Person member, String token) {
        return send(operation, request(operation, room, member), token);
    }

    private static Reply send(Operation operation, TestRequest request, String token) {
        String body = operation.exampleBody();
        return (body.isEmpty() ? request : request.json(body)).token(token).send();
    }

    private TestRequest request(Operation operation, Api.Room room, Api.Person member) {
        return api().request(operation.method(), operation.path(room.id, member.email()));
    }
}
