package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.event.Backlog;
import ai.callcenter.tenancy.event.EventHandler;
import ai.callcenter.tenancy.event.Pace;
import ai.callcenter.tenancy.event.SubscriptionName;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.tenant.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How events come to a subscription: at least once, in order, and one tenant's do not hold up another's. */
abstract class DeliveryContract extends Contract {
    private static final Pace AT_ONCE = Pace.DEFAULT.withRetries(Duration.ZERO, Duration.ZERO);
    private static final Pace NEVER = Pace.DEFAULT.withRetries(Duration.ofHours(1), Duration.ofHours(1));

    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final Tenant globex = tenantOf(ana);
    private final String name = "delivery-" + unique();
    private final List<String> handled = new ArrayList<>();

    DeliveryContract(Harness harness) {
        super(harness);
    }

    @AfterEach
    void unsubscribe() {
        tenancy.events().unsubscribe(name);
    }

    /** An event in a tenant, which a handler sees as this text. */
    private void happens(Tenant tenant, String what) {
        clock.move(Duration.ofMillis(1));
        var email = new Email(what + "@" + unique() + ".example");
        tenancy.members().add(HOST, tenant.id(), email, Role.VIEWER);
    }

    private static String what(TenancyEvent event) {
        return event instanceof TenancyEvent.MemberAdded added
                ? added.member().email().value().split("@")[0]
                : event.name();
    }

    private Dispatcher dispatcher(Pace pace, EventHandler handler) {
        return tenancy.events().subscribe(name, handler, pace);
    }

    /** Quiet about failures. */
    private interface Quiet extends EventHandler {
        @Override
        default void failed(TenancyEvent event, int failures, Throwable why) {}
    }

    private static void all(Dispatcher dispatcher) {
        while (dispatcher.poll()) {
            assertThat(dispatcher).isNotNull();
        }
    }

    @Test
    void bringsATenantsEventsInOrderAndEachOnce() {
        Dispatcher dispatcher = dispatcher(Pace.DEFAULT.withBatch(2), event -> handled.add(what(event)));
        for (String each : List.of("a", "b", "c", "d", "e")) {
            happens(acme, each);
        }
        assertThat(dispatcher.poll()).isTrue();
        assertThat(handled).containsExactly("a", "b");
        all(dispatcher);
        assertThat(handled).containsExactly("a", "b", "c", "d", "e");
        assertThat(dispatcher.poll()).isFalse();
    }

    @Test
    void bringsNothingFromBeforeTheSubscription() {
        Dispatcher dispatcher = dispatcher(AT_ONCE, event -> handled.add(what(event)));
        assertThat(dispatcher.poll()).isFalse();
        happens(acme, "later");
        dispatcher(AT_ONCE, event -> handled.add("not made anew")); // the same subscription
        all(dispatcher);
        assertThat(handled).containsExactly("later");
    }

    @Test
    void keepsEventsWhileNobodyHandlesThem() {
        dispatcher(AT_ONCE, event -> handled.add("nobody")).close();
        happens(acme, "kept");
        all(dispatcher(AT_ONCE, event -> handled.add(what(event))));
        assertThat(handled).containsExactly("kept");
    }

    @Test
    void givesEachSubscriptionItsOwn() {
        String other = "other-" + unique();
        Dispatcher one = dispatcher(AT_ONCE, event -> handled.add("one " + what(event)));
        Dispatcher two = tenancy.events().subscribe(other, event -> handled.add("two " + what(event)));
        happens(acme, "a");
        all(one);
        all(two);
        happens(acme, "b");
        tenancy.events().unsubscribe(other);
        happens(acme, "c");
        all(two);
        all(one);
        assertThat(handled).containsExactly("one a", "two a", "one b", "one c");
    }

    @Test
    void dropsWhatWaitsWhenASubscriptionEnds() {
        Dispatcher dispatcher = dispatcher(AT_ONCE, event -> handled.add(what(event)));
        happens(acme, "dropped");
        tenancy.events().unsubscribe(name);
        assertThat(dispatcher.poll()).isFalse();
        dispatcher(AT_ONCE, event -> {});
        assertThat(tenancy.events().backlog(name).events()).isZero();
        assertThat(dispatcher.poll()).isFalse();
        tenancy.events().unsubscribe("never-there");
    }

    @Test
    void bringsAgainWhatFailedAndNothingAfterItBefore() {
        List<Throwable> failures = new ArrayList<>(List.of(
                new IOException("a mail server"), new IllegalStateException("a bug"), new StackOverflowError()));
        List<Integer> counted = new ArrayList<>();
        Dispatcher dispatcher = dispatcher(AT_ONCE, new EventHandler() {
            @Override
            public void handle(TenancyEvent event) throws Exception {
                handled.add(what(event));
                if (what(event).equals("b") && !failures.isEmpty()) {
                    Throwable failure = failures.removeFirst();
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (Exception) failure;
                }
            }

            @Override
            public void failed(TenancyEvent event, int times, Throwable why) {
                counted.add(times);
            }
        });
        for (String each : List.of("a", "b", "c")) {
            happens(acme, each);
        }
        all(dispatcher);
        assertThat(handled).containsExactly("a", "b", "b", "b", "b", "c");
        assertThat(counted).containsExactly(1, 2, 3);
    }

    @Test
    void aHandlerThatCannotTellOfItsFailureHoldsUpNoOther() {
        Dispatcher dispatcher = dispatcher(NEVER, new EventHandler() {
            @Override
            public void handle(TenancyEvent event) throws IOException {
                handled.add(what(event));
                if (what(event).equals("a")) {
                    throw new IOException("poison");
                }
            }

            @Override
            public void failed(TenancyEvent event, int failures, Throwable why) {
                throw new IllegalStateException("the pager is away");
            }
        });
        happens(acme, "a");
        happens(globex, "g");
        all(dispatcher);
        assertThat(handled).containsExactly("a", "g");
    }

    @Test
    void oneTenantsFailureHoldsUpNoOther() {
        List<TenancyEvent> poison = new ArrayList<>();
        Dispatcher dispatcher = dispatcher(NEVER, (Quiet) event -> {
            handled.add(what(event));
            if (event.tenantId().equals(acme.id()) && what(event).equals("a")) {
                poison.add(event);
                throw new IOException("poison");
            }
        });
        happens(acme, "a");
        happens(globex, "g");
        happens(acme, "b");
        all(dispatcher);
        assertThat(handled).containsExactly("a", "g");

        Backlog waiting = tenancy.events().backlog(name);
        assertThat(waiting.events()).isEqualTo(2);
        assertThat(waiting.oldest()).isPositive();
        assertThat(waiting.stuck())
                .containsExactly(new Backlog.Stuck(acme.id(), poison.getFirst().id(), 1));

        assertThat(tenancy.events().skip(name, globex.id(), poison.getFirst().id()))
                .isFalse();
        assertThat(tenancy.events().skip(name, acme.id(), poison.getFirst().id()))
                .isTrue();
        assertThat(tenancy.events().skip(name, acme.id(), poison.getFirst().id()))
                .isFalse();
        all(dispatcher);
        assertThat(handled).containsExactly("a", "g", "b");
        assertThat(tenancy.events().backlog(name)).isEqualTo(new Backlog(0, Duration.ZERO, List.of()));
    }

    @Test
    void twoDispatchersNeverHaveOneTenantsEventsAtOnce() {
        List<Boolean> others = new ArrayList<>();
        Dispatcher second = dispatcher(AT_ONCE, event -> handled.add("second " + what(event)));
        Dispatcher first = dispatcher(AT_ONCE, event -> {
            if (event.tenantId().equals(acme.id())) {
                others.add(second.poll());
                assertThat(tenancy.events().skip(name, acme.id(), event.id())).isFalse();
            }
            handled.add("first " + what(event));
        });
        happens(acme, "a");
        happens(acme, "b");
        happens(globex, "g");
        all(first);
        assertThat(handled).containsExactly("second g", "first a", "first b");
        assertThat(others).containsExactly(true, false);
    }

    @Test
    void whatWasInHandWhenADispatcherDiedIsBroughtAgain() {
        dispatcher(AT_ONCE, event -> {});
        var subscription = new SubscriptionName(name);
        happens(acme, "a");
        happens(acme, "b");
        assertThatThrownBy(() -> store.outbox().claim(subscription, 10, batch -> {
                    batch.done(batch.deliveries().getFirst());
                    throw new IllegalStateException("died");
                }))
                .hasMessage("died");
        all(dispatcher(AT_ONCE, event -> handled.add(what(event))));
        assertThat(handled).containsExactly("a", "b");
    }

    @Test
    void aHandlerMayUseTenancy() {
        Dispatcher dispatcher = dispatcher(AT_ONCE, event -> {
            handled.add(what(event));
            if (handled.size() == 1) {
                happens(acme, "made-by-the-handler");
            }
        });
        happens(acme, "a");
        all(dispatcher);
        assertThat(handled).containsExactly("a", "made-by-the-handler");
    }

    @Test
    void aStartedOneIsWokenByACommitAndStopsAfterTheEventInHand() throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        CountDownLatch closing = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        Pace once = AT_ONCE.withInterval(Duration.ofHours(1)); // so that only a commit wakes it
        Dispatcher dispatcher = dispatcher(once, event -> {
            seen.add(what(event));
            if (what(event).equals("last")) {
                closing.await();
            }
            finished.incrementAndGet();
        });
        dispatcher.start();
        assertThatThrownBy(dispatcher::start).isInstanceOf(IllegalStateException.class);
        happens(acme, "a");
        assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("a");
        happens(acme, "last");
        happens(acme, "after");
        assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("last");
        Thread closer = Thread.ofPlatform().start(dispatcher::close);
        while (closer.getState() != Thread.State.WAITING) { // for the event in hand
            Thread.onSpinWait();
        }
        closing.countDown();
        closer.join();
        assertThat(finished).hasValue(2);
        assertThat(seen).doesNotContain("after");
        assertThatThrownBy(dispatcher::poll).isInstanceOf(IllegalStateException.class);
        all(dispatcher(AT_ONCE, event -> handled.add(what(event))));
        assertThat(handled).endsWith("after").doesNotContain("last");
    }

    @Test
    void aNameHasAForm() {
        for (String wrong : List.of("", "Billing", "-a", "a b", "a".repeat(65))) {
            refused(ErrorCode.INVALID_INPUT, () -> tenancy.events().subscribe(wrong, event -> {}));
        }
    }
}
