package ai.callcenter.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ai.callcenter.tenancy.tenant.TenantId;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The Java of docs/embedding.md on the tenant that follows the work. */
class EmbeddingPageTest {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## The tenant follows the work$.*?(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final TenantId GLOBEX = new TenantId(new UUID(0, 2));

    static final TenantScope SCOPE = TenantScope.create();

    static final TenantScope LOGGED = TenantScope.create(tenant -> {
        if (tenant == null) {
            MDC.remove("tenant");
        } else {
            MDC.put("tenant", tenant.toString());
        }
    });

    static final ThreadLocal<TenantId> TENANT = new ThreadLocal<>();
    static final TenantScope CARRIED = TenantScope.on(TENANT);
    static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder()
            .contextRegistry(ContextRegistry.getInstance()
                    .registerThreadLocalAccessor("tenant", TENANT)
                    .registerThreadLocalAccessor(new Slf4jThreadLocalAccessor("tenant")))
            .clearMissing(true)
            .build();

    record Message(TenantId tenant, String call) {}

    private final Recordings recordings = new Recordings(SCOPE);

    @Test
    void thePageShowsTheLinesThatAreRunHere() throws IOException {
        Path source = Path.of("src/test/java", EmbeddingPageTest.class.getName().replace('.', '/') + ".java");
        String here = lines(Files.readString(source));
        String page = Files.readString(Path.of("..", "docs", "embedding.md"));
        String section = SECTION.matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        List<String> blocks =
                BLOCK.matcher(section).results().map(block -> block.group(1)).toList();
        assertThat(blocks).hasSize(7).allSatisfy(block -> assertThat(here).contains(lines(block)));
    }

    @Test
    void workRunsForATenant() throws IOException {
        TenantId tenant = ACME;
        String call = "a call";
        SCOPE.of(tenant).run(() -> recordings.store(call));
        int calls = SCOPE.of(tenant).call(() -> recordings.count());

        assertThat(calls).isEqualTo(2);
        assertThat(recordings.log()).containsExactly("a call for 1", "count for 1");
        assertThatIOException().isThrownBy(() -> SCOPE.of(tenant).run(() -> recordings.store("")));
    }

    @Test
    void otherThreadsTakeItAlong() throws Exception {
        SCOPE.of(ACME).run(() -> {
            ExecutorService pool = SCOPE.carry(Executors.newFixedThreadPool(8));
            ExecutorService virtual = SCOPE.carry(Executors.newVirtualThreadPerTaskExecutor());
            ScheduledExecutorService scheduler = SCOPE.carry(Executors.newScheduledThreadPool(1));
            Thread thread = Thread.ofVirtual().start(SCOPE.capture().runnable(recordings::prune));
            thread.join();
            pool.submit(recordings::count).get();
            virtual.submit(recordings::prune).get();
            scheduler.schedule(recordings::count, 0, TimeUnit.SECONDS).get();
            String call = "hello";
            Executor own = SCOPE.capture().executor(pool);
            CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> recordings.transcribe(call), own)
                    .thenApplyAsync(text -> recordings.summarize(text), own);
            assertThat(told.join()).isEqualTo("summarize 16");
            Stream.of(pool, virtual, scheduler).forEach(ExecutorService::close);
        });
        assertThat(recordings.log())
                .containsExactly(
                        "prune for 1",
                        "count for 1",
                        "prune for 1",
                        "count for 1",
                        "transcribe hello for 1",
                        "summarize 16 for 1");
    }

    @Test
    void aMessageSaysForWhomItIs() {
        Consumer<Message> handler = SCOPE.consumer(Message::tenant, message -> recordings.transcribe(message.call()));
        handler.accept(new Message(ACME, "a"));
        handler.accept(new Message(GLOBEX, "g"));
        assertThat(recordings.log()).containsExactly("transcribe a for 1", "transcribe g for 2");
    }

    @Test
    void theLogShowsTheTenantOnEachThread() throws Exception {
        try (ExecutorService raw = Executors.newSingleThreadExecutor()) {
            raw.submit(() -> {}).get();
            ExecutorService pool = LOGGED.carry(raw);
            LOGGED.of(ACME).run(() -> {
                assertThat(MDC.get("tenant")).isEqualTo(ACME.toString());
                assertThat(pool.submit(() -> MDC.get("tenant")).get()).isEqualTo(ACME.toString());
                LOGGED.override(GLOBEX).run(() -> assertThat(MDC.get("tenant")).isEqualTo(GLOBEX.toString()));
                assertThat(MDC.get("tenant")).isEqualTo(ACME.toString());
                assertThat(raw.submit(() -> MDC.get("tenant")).get()).isNull();
            });
        }
        assertThat(MDC.get("tenant")).isNull();
    }

    @Test
    void micrometerCarriesTheTenantBetweenThreads() throws Exception {
        try (ExecutorService raw = Executors.newSingleThreadExecutor()) {
            raw.submit(() -> {}).get();
            ExecutorService pool = ContextExecutorService.wrap(raw, SNAPSHOTS::captureAll);
            CARRIED.of(ACME).run(() -> {
                MDC.put("tenant", "acme");
                assertThat(pool.submit(CARRIED::current).get()).isEqualTo(ACME);
                assertThat(pool.submit(() -> MDC.get("tenant")).get()).isEqualTo("acme");
                MDC.remove("tenant");
                assertThat(raw.submit(CARRIED::find).get()).isEmpty();
            });
            Runnable nobodys = SNAPSHOTS.captureAll().wrap(() -> {
                assertThat(CARRIED.find()).isEmpty();
            });
            CARRIED.of(GLOBEX).run(() -> {
                nobodys.run();
                assertThat(CARRIED.current()).isEqualTo(GLOBEX);
            });
            assertThat(CARRIED.find()).isEmpty();
        }
    }

    private static String lines(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
