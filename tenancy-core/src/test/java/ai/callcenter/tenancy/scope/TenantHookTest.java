package ai.callcenter.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantHookTest {
    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final TenantId GLOBEX = new TenantId(new UUID(0, 2));

    private final List<String> told = new ArrayList<>();
    private final TenantScope scope = TenantScope.create(tenant -> told.add("first " + tenant), this::second);
    private boolean failing;

    private void second(@Nullable TenantId tenant) {
        told.add("second " + tenant);
        if (failing) {
            throw new IllegalStateException("the hook fails at " + tenant);
        }
    }

    @Test
    void isToldOfEachChangeAndOfWhatWasBefore() {
        scope.of(ACME).run(() -> scope.override(GLOBEX).run(() -> told.add("work")));
        assertThat(told)
                .containsExactly(
                        "first " + ACME,
                        "second " + ACME,
                        "first " + GLOBEX,
                        "second " + GLOBEX,
                        "work",
                        "first " + ACME,
                        "second " + ACME,
                        "first null",
                        "second null");
    }

    @Test
    void oneThatFailsAtTheBeginningKeepsTheWorkFromRunning() {
        failing = true;
        assertThatThrownBy(() -> scope.of(ACME).run(() -> told.add("work"))).hasMessage("the hook fails at " + ACME);
        assertThat(told).containsExactly("first " + ACME, "second " + ACME, "first null", "second null");
        assertThat(scope.find()).isEmpty();
    }

    @Test
    void oneThatFailsAtTheEndHidesNothing() {
        IllegalArgumentException failure = new IllegalArgumentException("the work fails");
        assertThatThrownBy(() -> scope.of(ACME).run(() -> {
                    failing = true;
                    throw failure;
                }))
                .isSameAs(failure)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(scope.find()).isEmpty();
    }

    @Test
    void oneThatFailsKeepsTheOthersFromNothing() {
        TenantScope both = TenantScope.create(this::second, tenant -> told.add("last " + tenant));
        assertThatThrownBy(() -> both.of(ACME).run(() -> failing = true)).hasMessage("the hook fails at null");
        assertThat(told).containsExactly("second " + ACME, "last " + ACME, "second null", "last null");
        assertThat(both.find()).isEmpty();
    }
}
