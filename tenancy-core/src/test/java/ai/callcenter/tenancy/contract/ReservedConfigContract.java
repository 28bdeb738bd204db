package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.text.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys whose values follow a rule. */
abstract class ReservedConfigContract extends Contract {
    private static final ConfigKey KEY = new ConfigKey("reserved");
    private static final Json ONE = new Json("1");
    private static final Json TWO = new Json("2");

    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final List<Asked> asked = new ArrayList<>();
    private @Nullable RuntimeException refusal;
    private final Tenancy ruled = Tenancy.builder(store)
            .clock(clock)
            .reserve(KEY, (before, after, privileged) -> {
                asked.add(new Asked(before, after, privileged));
                if (refusal != null) {
                    throw refusal;
                }
            })
            .build();

    private record Asked(@Nullable Json before, @Nullable Json after, boolean privileged) {}

    ReservedConfigContract(Harness harness) {
        super(harness);
    }

    @Test
    void theRuleIsToldWhatChangesAndWhetherByAMember() {
        ruled.configs().put(ana.in(acme), acme.id(), KEY, ONE);
        ruled.configs().put(HOST, acme.id(), KEY, TWO);
        ruled.configs().put(operator().caller(), acme.id(), KEY, ONE);
        ruled.configs().delete(ana.in(acme), acme.id(), KEY);
        ruled.configs().put(ana.in(acme), acme.id(), new ConfigKey("other"), ONE);
        assertThat(asked)
                .containsExactly(
                        new Asked(null, ONE, false),
                        new Asked(ONE, TWO, true),
                        new Asked(TWO, ONE, true),
                        new Asked(ONE, null, false));
    }

    @Test
    void whatTheRuleRefusesLeavesNoTraceAndReachesTheCallerAsItIs() {
        ruled.configs().put(ana.in(acme), acme.id(), KEY, ONE);
        State before = state(acme);
        RuntimeException no = new IllegalStateException("no");
        refusal = no;
        assertThatThrownBy(() -> ruled.configs().put(ana.in(acme), acme.id(), KEY, TWO))
                .isSameAs(no);
        assertThatThrownBy(() -> ruled.configs().delete(ana.in(acme), acme.id(), KEY))
                .isSameAs(no);
        assertThatThrownBy(() -> ruled.configs().put(HOST, acme.id(), KEY, TWO)).isSameAs(no);
        assertThat(state(acme)).isEqualTo(before);
        assertThat(before.configs()).extracting(ConfigEntry::value).containsExactly(ONE);
    }

    @Test
    void whoMayNotWriteIsRefusedBeforeTheRuleIsAsked() {
        Person member = memberOf(acme, ai.callcenter.tenancy.access.Role.MEMBER);
        refused(ErrorCode.INSUFFICIENT_ROLE, () -> ruled.configs().put(member.in(acme), acme.id(), KEY, ONE));
        assertThat(asked).isEmpty();
    }
}
