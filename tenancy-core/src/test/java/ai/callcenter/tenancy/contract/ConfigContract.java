package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.config.ConfigChange;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.text.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The configuration of a tenant. */
abstract class ConfigContract extends Contract {
    private static final ConfigKey KEY = new ConfigKey("queue.max-wait");
    private static final Json ONE = new Json("1");
    private static final Json TWO = new Json("{\"b\": 2.50,\"a\":[null,true]}");

    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);

    ConfigContract(Harness harness) {
        super(harness);
    }

    private ConfigEntry get() {
        return tenancy.configs().get(ana.in(acme), acme.id(), KEY);
    }

    private ConfigChange put(Json value) {
        return tenancy.configs().put(ana.in(acme), acme.id(), KEY, value);
    }

    private void recorded(AuditAction action, String before, String after) {
        recorded(acme, ana.in(acme), ana.as(Actor.Kind.USER), action, KEY, before, after);
    }

    @Test
    void aKeyIsSetAndSetAnew() {
        ConfigEntry first = new ConfigEntry(KEY, ONE, now());
        assertThat(put(ONE)).isEqualTo(new ConfigChange(first, true));
        assertThat(get()).isEqualTo(first);
        recorded(acme, ana.in(acme), ana.as(Actor.Kind.USER), AuditAction.CONFIG_SET, KEY, null, "1");
        clock.move(Duration.ofSeconds(1));
        ConfigEntry second = new ConfigEntry(KEY, TWO, now());
        assertThat(put(TWO)).isEqualTo(new ConfigChange(second, false));
        assertThat(get()).isEqualTo(second);
        recorded(AuditAction.CONFIG_SET, "1", TWO.text());
    }

    @Test
    void aValueComesBackAsItWasWritten() {
        for (String text :
                List.of("null", "false", "\"\"", " [ ] ", "1.0", "1e2", "-0", "{\"a\":1,\"a\":2}", "\"Ä😀\\u00e4\"")) {
            put(new Json(text));
            assertThat(get().value().text()).isEqualTo(text);
        }
    }

    @Test
    void aKeyIsDeleted() {
        put(ONE);
        tenancy.configs().delete(ana.in(acme), acme.id(), KEY);
        recorded(acme, ana.in(acme), ana.as(Actor.Kind.USER), AuditAction.CONFIG_DELETED, KEY, "1", null);
        refused(ErrorCode.CONFIG_NOT_FOUND, this::get);
        refused(ErrorCode.CONFIG_NOT_FOUND, acme, () -> tenancy.configs().delete(ana.in(acme), acme.id(), KEY));
        assertThat(put(TWO).created()).isTrue();
    }

    @Test
    void keysAreListedInCodePointOrder() {
        for (String key : List.of("b", "a_1", "a.1", "a-1", "a", "10", "9", "aa")) {
            tenancy.configs().put(HOST, acme.id(), new ConfigKey(key), ONE);
        }
        assertThat(tenancy.configs().list(ana.in(acme), acme.id(), ALL).items())
                .extracting(entry -> entry.key().value())
                .containsExactly("10", "9", "a", "a-1", "a.1", "a_1", "aa", "b");
    }

    @Test
    void anExpectationOfWhatIsSetThatFailsLeavesNoTrace() {
        put(ONE);
        Optional<ConfigEntry> read = Optional.of(get());
        clock.move(Duration.ofSeconds(1));
        tenancy.configs().put(ana.in(acme), acme.id(), KEY, TWO, read::equals);
        refused(
                ErrorCode.PRECONDITION_FAILED,
                acme,
                () -> tenancy.configs().put(ana.in(acme), acme.id(), KEY, ONE, read::equals));
        refused(
                ErrorCode.PRECONDITION_FAILED,
                acme,
                () -> tenancy.configs().put(ana.in(acme), acme.id(), KEY, ONE, Optional::isEmpty));
        refused(
                ErrorCode.PRECONDITION_FAILED,
                acme,
                () -> tenancy.configs().delete(ana.in(acme), acme.id(), KEY, read.orElseThrow()::equals));
        ConfigEntry again = get();
        tenancy.configs().delete(ana.in(acme), acme.id(), KEY, again::equals);
    }

    @Test
    void anExpectationOfNothingThatHolds() {
        assertThat(tenancy.configs()
                        .put(ana.in(acme), acme.id(), KEY, ONE, Optional::isEmpty)
                        .created())
                .isTrue();
        ConfigKey other = new ConfigKey("other");
        refused(
                ErrorCode.PRECONDITION_FAILED,
                acme,
                () -> tenancy.configs().put(ana.in(acme), acme.id(), other, ONE, Optional::isPresent));
    }

    @Test
    void aValueThatIsTooLongIsRefused() {
        Json tooLong = Json.string("x".repeat(ConfigEntry.MAX_BYTES - 1));
        refused(ErrorCode.INVALID_INPUT, acme, () -> put(tooLong));
    }

    @Test
    void aNewTenantHasNone() {
        assertThat(tenancy.configs().list(ana.in(acme), acme.id(), ALL).items()).isEmpty();
    }

    @Test
    void theTenantMustExist() {
        refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.configs().put(HOST, unknownTenant(), KEY, ONE));
        refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.configs().get(HOST, unknownTenant(), KEY));
    }
}
