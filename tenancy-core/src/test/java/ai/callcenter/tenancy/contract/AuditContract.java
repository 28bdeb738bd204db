package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.text.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The trail of a tenant. What each write leaves in it stands with that write. */
abstract class AuditContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);

    AuditContract(Harness harness) {
        super(harness);
    }

    private void put(String key) {
        tenancy.configs().put(ana.in(acme), acme.id(), new ConfigKey(key), Json.EMPTY_OBJECT);
    }

    @Test
    void isReadNewestFirst() {
        put("same-1");
        put("same-2");
        clock.move(Duration.ofMillis(1));
        put("later");
        clock.move(Duration.ofHours(-1));
        put("earlier");
        assertThat(tenancy.audit().list(ana.in(acme), acme.id(), ALL).items())
                .extracting(AuditEntry::subject)
                .containsExactly(
                        "later",
                        "same-2",
                        "same-1",
                        ana.email().value(),
                        acme.id().toString(),
                        "earlier");
    }

    @Test
    void holdsEveryKindOfDeedInATenantOnce() {
        Person vera = person("Vera");
        tenancy.members().add(ana.in(acme), acme.id(), vera.email(), Role.VIEWER);
        tenancy.tenants().switchTo(vera.caller(), acme.id());
        tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.ADMIN);
        tenancy.members().remove(vera.in(acme), acme.id(), vera.email());
        tenancy.members().add(ana.in(acme), acme.id(), vera.email(), Role.VIEWER);
        tenancy.members().remove(ana.in(acme), acme.id(), vera.email());
        put("key");
        tenancy.configs().delete(ana.in(acme), acme.id(), new ConfigKey("key"));
        suspended(acme);
        tenancy.tenants().delete(HOST, acme.id());
        assertThat(trail(acme).reversed())
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.TENANT_CREATED,
                        AuditAction.MEMBER_ADDED,
                        AuditAction.MEMBER_ADDED,
                        AuditAction.TENANT_SWITCHED,
                        AuditAction.MEMBER_ROLE_CHANGED,
                        AuditAction.MEMBER_LEFT,
                        AuditAction.MEMBER_ADDED,
                        AuditAction.MEMBER_REMOVED,
                        AuditAction.CONFIG_SET,
                        AuditAction.CONFIG_DELETED,
                        AuditAction.TENANT_UPDATED,
                        AuditAction.TENANT_DELETED);
        assertThat(trail(acme)).extracting(AuditEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void namesNoRequestWhereThereWasNone() {
        Caller.Host silent = Caller.host("nightly job");
        tenancy.members().add(silent, acme.id(), email("bob"), Role.VIEWER);
        AuditEntry line = trail(acme).getFirst();
        assertThat(line.requestId()).isNull();
        assertThat(line.actor().name()).isEqualTo("nightly job");
    }

    @Test
    void isNotLengthenedByReading() {
        State before = state(acme);
        tenancy.tenants().get(ana.in(acme), acme.id());
        tenancy.members().count(ana.in(acme), acme.id());
        tenancy.members().get(ana.in(acme), acme.id(), ana.email());
        assertThat(state(acme)).isEqualTo(before);
    }

    @Test
    void outlivesItsTenantAndTheMembership() {
        tenancy.tenants().delete(ana.in(acme), acme.id());
        Person otto = operator();
        assertThat(tenancy.audit().list(otto.caller(), acme.id(), ALL).items())
                .extracting(AuditEntry::action)
                .first()
                .isEqualTo(AuditAction.TENANT_DELETED);
        refused(ErrorCode.ACCESS_REVOKED, () -> tenancy.audit().list(ana.in(acme), acme.id(), ALL));
    }

    @Test
    void isTheTenantsAlone() {
        Tenant other = tenantOf(ana);
        put("key");
        assertThat(trail(other)).hasSize(2).extracting(AuditEntry::tenant).containsOnly(other.id());
    }
}
