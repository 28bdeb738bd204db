package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.token.RsaKeys;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.memory.InMemoryStore;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** The server itself: its keys, its end, and the net under its routes. */
class TenancyServerTest {
    private static final TokenSettings SETTINGS =
            new TokenSettings("tenancy", "tenancy", Duration.ofHours(1), Clock.systemUTC());

    private static TokenKeys rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
        return TokenKeys.of(null, RsaKeys.ofPem(pem));
    }

    private static TenancyServer server(TokenKeys keys, Readiness readiness) {
        TenancyHttp api = new TenancyHttp(
                Tenancy.on(new InMemoryStore()), new TokenVerifier(SETTINGS, keys), new TokenIssuer(SETTINGS, keys));
        return new TenancyServer(api, keys, readiness, RequestLog.NONE, new ServerSettings("127.0.0.1", 0)).start();
    }

    @Test
    void publicKeysArePublishedAndMayBeCached() throws GeneralSecurityException {
        TokenKeys keys = rsa();
        try (TenancyServer server = server(keys, () -> null)) {
            Reply reply = new TestRequest(server.port(), "GET", "/.well-known/jwks.json")
                    .send()
                    .ok(200);
            assertThat(reply.body()).isEqualTo(keys.jwks().orElseThrow());
            assertThat(reply.json().get("keys").get(0).has("d")).isFalse();
            assertThat(reply.header("cache-control")).isEqualTo("public, max-age=300");
            String token = new TokenIssuer(SETTINGS, keys)
                    .issueIdentityToken("sub", "ana@people.example", null, Duration.ofMinutes(5))
                    .token();
            new TestRequest(server.port(), "GET", "/api/v1/me")
                    .token(token)
                    .send()
                    .ok(200);
        }
    }

    @Test
    void aBufferThatWasGivenBackIsNobodyElses() {
        ServerSettings anywhere = new ServerSettings("127.0.0.1", 0);
        ByteBufferPool buffers = TenancyServer.connector(new Server(), new HttpConfiguration(), anywhere)
                .getByteBufferPool();
        RetainableByteBuffer given = buffers.acquire(1024, false);
        ByteBuffer early = given.getByteBuffer();
        given.release();
        RetainableByteBuffer next = buffers.acquire(1024, false);
        assertThat(next.getByteBuffer().array()).isNotSameAs(early.array());
    }

    @Test
    void whoeverAsksWhetherItIsReadyTheDatabaseIsAskedOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Readiness slow = () -> {
            asked.incrementAndGet();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            return null;
        };
        try (TenancyServer server = server(rsa(), slow);
                var threads = Executors.newCachedThreadPool()) {
            Callable<Reply> ask = () -> new TestRequest(server.port(), "GET", "/health/ready").send();
            for (Future<Reply> reply : threads.invokeAll(Collections.nCopies(20, ask))) {
                reply.get().ok(200);
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aServerThatStopsEndsWhatRunsAndTakesNothingNew() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        TenancyServer server = server(rsa(), () -> {
            arrived.countDown();
            try {
                assertThat(stopping.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
        int port = server.port();
        try (var threads = Executors.newCachedThreadPool();
                Socket open = new Socket("127.0.0.1", port)) {
            assertThat(isServing(open)).isTrue();
            var running = threads.submit(() -> new TestRequest(port, "GET", "/health/ready").send());
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            var stopped = threads.submit(server::close);
            while (isServing(port)) {
                Thread.onSpinWait();
            }
            assertThat(isServing(open)).isFalse();
            assertThat(running.isDone()).isFalse();
            stopping.countDown();
            running.get(10, TimeUnit.SECONDS).ok(200);
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    /**
     * Whether a new connection is answered with 200. Jetty may leave one that arrives at the very moment without any
     * answer, until it has stopped.
     */
    private static boolean isServing(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return isServing(socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether one more request on a connection is answered with 200. */
    private static boolean isServing(Socket connection) {
        try {
            connection.setSoTimeout(1000);
            String request = "HEAD /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) {
                int c = connection.getInputStream().read();
                if (c < 0) {
                    return false;
                }
                answer.append((char) c);
            }
            return answer.toString().startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aPortThatIsTakenFailsTheStart() throws GeneralSecurityException {
        TokenKeys keys = rsa();
        try (TenancyServer first = server(keys, () -> null)) {
            TenancyHttp api = new TenancyHttp(
                    Tenancy.on(new InMemoryStore()),
                    new TokenVerifier(SETTINGS, keys),
                    new TokenIssuer(SETTINGS, keys));
            ServerSettings taken = new ServerSettings("127.0.0.1", first.port());
            TenancyServer second = new TenancyServer(api, keys, () -> null, RequestLog.NONE, taken);
            assertThatThrownBy(second::start).isInstanceOf(JavalinBindException.class);
            new TestRequest(first.port(), "GET", "/health/live").send().ok(200);
        }
    }

    @Test
    void aRouteThatDoesNotSayWhoMayCallItIsRefused() {
        Javalin javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.routes.get("/open", context -> context.result("open"));
                    config.routes.get("/closed", context -> context.result("closed"), Access.ANYBODY);
                    Fallbacks.register(config, new Bounds(RequestBody.MAX_TIME));
                })
                .start(0);
        try {
            Reply open = new TestRequest(javalin.port(), "GET", "/open").send().problem(500, "internal_error");
            assertThat(open.body()).doesNotContain("\"open\"");
            assertThat(new TestRequest(javalin.port(), "HEAD", "/open").send().status())
                    .isEqualTo(500);
            assertThat(new TestRequest(javalin.port(), "GET", "/closed", TestRequest.UNDOCUMENTED)
                            .send()
                            .body())
                    .isEqualTo("closed");
        } finally {
            javalin.stop();
        }
    }
}
