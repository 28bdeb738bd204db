package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.text.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** One part of the contract. Each part is nested in {@link StoreContract}; a test sees to that. */
public abstract class Contract extends World {
    protected Contract(Harness harness) {
        super(harness);
    }

    /** What a store itself refuses, in the words that all of them share. */
    private static final Map<ErrorCode, TenancyException> SHARED = Stream.of(
                    Refusals.tenantNotFound(),
                    Refusals.tenantDeleted(),
                    Refusals.domainTaken(),
                    Refusals.tenantIdTaken(),
                    Refusals.alreadyMember(),
                    Refusals.seatLimitReached(),
                    Refusals.lastAdmin(),
                    Refusals.emailTaken())
            .collect(Collectors.toUnmodifiableMap(TenancyException::code, refusal -> refusal));

    /** Refuses, with a sentence for people that does not depend on the store. */
    protected static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(TenancyException.class, refusal -> {
            assertThat(refusal.code()).as(refusal.detail()).isEqualTo(code);
            assertThat(refusal.detail()).isNotBlank();
            TenancyException shared = SHARED.get(code);
            if (shared != null) {
                assertThat(refusal.detail()).isEqualTo(shared.detail());
            }
        });
    }

    /** Refuses, and leaves a tenant as it was: its row, members, configuration and trail. */
    protected void refused(ErrorCode code, Tenant tenant, ThrowingCallable call) {
        State before = state(tenant);
        refused(code, call);
        assertThat(state(tenant)).as("after a refusal").isEqualTo(before);
    }

    /** The newest line of a tenant's trail is this one. */
    protected void recorded(
            Tenant tenant,
            Caller by,
            Actor actor,
            AuditAction action,
            Object subject,
            @Nullable String before,
            @Nullable String after) {
        AuditEntry line = trail(tenant).getFirst();
        AuditEntry expected = new AuditEntry(
                line.id(),
                tenant.id(),
                line.at(),
                actor,
                action,
                subject.toString(),
                json(before),
                json(after),
                by.requestId());
        assertThat(line).isEqualTo(expected);
        assertThat(line.at()).isEqualTo(now());
    }

    /** The time that the core gives to what it writes now. */
    protected Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }
}
