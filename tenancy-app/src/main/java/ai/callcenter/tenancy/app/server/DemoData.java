package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.text.Json;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A few call centers to look at, each made whole in one transaction, and only where there is none of its id yet. */
final class DemoData {
    /** Who operates the platform where nobody else is named. */
    static final Email OPERATOR = new Email("root@platform.example");

    private static final Actor ACTOR = new Actor(Actor.Kind.HOST, null, "demo-data");

    private final TenancyStore store;
    private final Clock clock;

    @Inject
    DemoData(TenancyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Makes what is missing.
     *
     * @return what is there, a line for each tenant
     */
    List<String> load() {
        List<String> lines = new ArrayList<>();
        for (DemoTenant demo : DemoTenant.ALL) {
            lines.add(demo.line() + (load(demo) ? "" : " (left as it was)"));
        }
        return lines;
    }

    private boolean load(DemoTenant demo) {
        try {
            return store.inTenant(demo.id(), null, unit -> make(unit, demo));
        } catch (TenancyException e) {
            if (e.code() == ErrorCode.DOMAIN_TAKEN) {
                return false; // Somebody's own tenant has it, and goes before.
            }
            throw e;
        }
    }

    private boolean make(TenantUnit unit, DemoTenant demo) {
        if (unit.access().tenant() != null) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NewMember founder = member(demo.members().getFirst(), now);
        unit.found(demo.at(now), founder);
        unit.record(entry(demo, now, AuditAction.TENANT_CREATED, demo.id().toString(), fields(demo)));
        // A microsecond apart, so that the trail shows them in this order.
        Instant at = now;
        for (DemoTenant.Person person : demo.members()) {
            at = at.plus(1, ChronoUnit.MICROS);
            if (person != demo.members().getFirst()) {
                unit.members().add(member(person, at));
            }
            Json role = Json.object(Map.of("role", Json.string(person.role().wire())));
            unit.record(entry(demo, at, AuditAction.MEMBER_ADDED, person.email().value(), role));
        }
        return true;
    }

    private static Json fields(DemoTenant demo) {
        return Json.object(Map.of(
                "name", Json.string(demo.name().value()),
                "domain", Json.string(demo.domain().value()),
                "status", Json.string(demo.status().wire())));
    }

    private static NewMember member(DemoTenant.Person person, Instant at) {
        return new NewMember(person.email(), new UserId(UUID.randomUUID()), person.role(), at, false);
    }

    private static AuditEntry entry(DemoTenant demo, Instant at, AuditAction action, String subject, Json after) {
        return new AuditEntry(UUID.randomUUID(), demo.id(), at, ACTOR, action, subject, null, after, null);
    }
}
