package ai.callcenter.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.callcenter.tenancy.tenant.TenantId;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantScopeTest {
    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final TenantId GLOBEX = new TenantId(new UUID(0, 2));

    private final TenantScope scope = TenantScope.create();

    @AfterEach
    void nothingIsLeft() {
        assertThat(scope.find()).isEmpty();
    }

    @Test
    void theTenantIsThereInsideAndNowhereElse() {
        scope.of(ACME).run(() -> {
            assertThat(scope.current()).isEqualTo(ACME);
            assertThat(scope.find()).contains(ACME);
        });
        assertThat(scope.of(ACME).call(scope::current)).isEqualTo(ACME);
    }

    @Test
    void readingWhereThereIsNoneThrowsAndSaysWhatToDo() {
        assertThatIllegalStateException().isThrownBy(scope::current).withMessageContaining("of(tenant).run(");
    }

    @Test
    void aCheckedExceptionPassesThrough() {
        IOException failure = new IOException("the disk is full");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> scope.of(ACME).run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> scope.of(ACME).call(() -> fail(failure)))
                .isSameAs(failure);
    }

    private static String fail(IOException failure) throws IOException {
        throw failure;
    }

    @Test
    void anErrorEndsItToo() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> scope.of(ACME).run(TenantScopeTest::forever));
        assertThat(scope.find()).isEmpty();
    }

    @SuppressWarnings("InfiniteRecursion") // Until the stack is full.
    private static void forever() {
        forever();
    }

    @Test
    void theSameTenantNestsAndTheOuterOneGoesOn() {
        scope.of(ACME).run(() -> {
            scope.of(ACME).run(() -> assertThat(scope.current()).isEqualTo(ACME));
            assertThat(scope.current()).isEqualTo(ACME);
        });
    }

    @Test
    void anotherTenantInsideIsRefusedAndItsWorkDoesNotRun() {
        scope.of(ACME).run(() -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> scope.of(GLOBEX).run(() -> {
                        throw new AssertionError("it ran");
                    }))
                    .withMessageContaining(ACME.toString())
                    .withMessageContaining(GLOBEX.toString())
                    .withMessageContaining("override");
            assertThat(scope.current()).isEqualTo(ACME);
        });
    }

    @Test
    void anotherTenantInsideOnPurposeAndTheOuterOneGoesOn() {
        scope.of(ACME).run(() -> {
            scope.override(GLOBEX).run(() -> {
                assertThat(scope.current()).isEqualTo(GLOBEX);
                scope.override(ACME).run(() -> assertThat(scope.current()).isEqualTo(ACME));
                assertThat(scope.current()).isEqualTo(GLOBEX);
            });
            assertThat(scope.current()).isEqualTo(ACME);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> scope.override(GLOBEX).run(() -> fail(new IOException())));
            assertThat(scope.current()).isEqualTo(ACME);
        });
    }

    @Test
    void whatWasCapturedIsRefusedInsideAnotherTenantsWork() {
        TenantCarrier nobody = scope.capture();
        TenantCarrier acme = scope.of(ACME).call(scope::capture);
        scope.of(GLOBEX).run(() -> {
            assertThatIllegalStateException().isThrownBy(() -> acme.run(() -> {}));
            assertThatIllegalStateException().isThrownBy(() -> nobody.run(() -> {}));
        });
        acme.run(() -> assertThat(scope.current()).isEqualTo(ACME));
        nobody.run(() -> assertThat(scope.find()).isEmpty());
    }

    @Test
    void anotherThreadHasNone() throws InterruptedException {
        scope.of(ACME).run(() -> {
            for (Thread.Builder builder : new Thread.Builder[] {Thread.ofPlatform(), Thread.ofVirtual()}) {
                boolean[] any = {true};
                builder.start(() -> any[0] = scope.find().isPresent()).join();
                assertThat(any[0]).isFalse();
            }
        });
    }

    @Test
    void twoScopesDoNotMeet() {
        TenantScope other = TenantScope.create();
        scope.of(ACME).run(() -> {
            assertThat(other.find()).isEmpty();
            other.of(GLOBEX).run(() -> assertThat(scope.current()).isEqualTo(ACME));
        });
    }

    @Test
    @SuppressWarnings("ThreadLocalUsage") // Refused.
    void aThreadLocalThatThreadsInheritIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenantScope.on(new InheritableThreadLocal<>()))
                .withMessageContaining("not inheritable");
    }

    record Call(TenantId tenant, String from) {}

    @Test
    void aMessageIsHandledForTheTenantThatItIsOf() {
        StringBuilder handled = new StringBuilder();
        Consumer<Call> consumer = scope.consumer(
                Call::tenant,
                call -> handled.append(call.from())
                        .append(' ')
                        .append(scope.current().value().getLeastSignificantBits()));
        Function<Call, TenantId> function = scope.function(Call::tenant, call -> scope.current());

        consumer.accept(new Call(ACME, "ana"));
        consumer.accept(new Call(GLOBEX, ", bo"));
        assertThat(handled).hasToString("ana 1, bo 2");
        assertThat(function.apply(new Call(GLOBEX, "bo"))).isEqualTo(GLOBEX);
        scope.of(ACME)
                .run(() -> assertThatIllegalStateException()
                        .isThrownBy(() -> consumer.accept(new Call(GLOBEX, "in the work of another tenant"))));
    }

    @Test
    @SuppressWarnings("NullAway") // A host that NullAway does not check.
    void aMessageOfNoTenantIsRefused() {
        Consumer<String> consumer = scope.consumer(text -> null, text -> {
            throw new AssertionError("it ran");
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> consumer.accept("hello"))
                .withMessageContaining("no tenant");
        assertThatIllegalArgumentException().isThrownBy(() -> scope.override(null));
    }
}
