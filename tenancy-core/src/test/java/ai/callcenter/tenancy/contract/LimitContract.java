package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.tenant.Description;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Metadata;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.text.Json;
import org.junit.jupiter.api.Test;

/**
 * Every store holds the largest of each value, and gives it back as it was. That larger ones are refused, the values
 * say.
 */
abstract class LimitContract extends Contract {
    private static final String GRIN = "\uD83D\uDE00"; // one character, two chars, four bytes

    LimitContract(Harness harness) {
        super(harness);
    }

    private static Json sized(int bytes) {
        return new Json("{\"k\":\"" + "x".repeat(bytes - 8) + "\"}");
    }

    @Test
    void aTenantOfTheLargestValues() {
        String label = "x".repeat(63);
        NewTenant wanted = new NewTenant(
                new TenantName(GRIN.repeat(TenantName.MAX_LENGTH)),
                new Domain(label + "." + label + "." + label + "." + unique() + "x".repeat(37) + ".example"),
                new Description(GRIN.repeat(Description.MAX_LENGTH)),
                new Metadata(sized(Metadata.MAX_BYTES)),
                new SeatLimit(SeatLimit.MAX),
                null);
        assertThat(wanted.domain())
                .isNotNull()
                .extracting(domain -> domain.value().length())
                .isEqualTo(253);
        Tenant made = tenancy.tenants().create(HOST, wanted).tenant();
        assertThat(now(made)).isEqualTo(made);
        assertThat(made.name()).isEqualTo(wanted.name());
        assertThat(made.description()).isEqualTo(wanted.description());
        assertThat(made.metadata()).isEqualTo(wanted.metadata());
        assertThat(limited(made, 1).maxUsers()).isEqualTo(new SeatLimit(1));
    }

    @Test
    void namesOfEveryScriptAndSign() {
        for (String name :
                new String[] {"a", "İstanbul", "STRASSE ß ẞ", "日本語", "a'b\"c\\d%e_f", "-- ; drop", "{}", "\u200D"}) {
            Tenant made = tenancy.tenants().create(HOST, NewTenant.named(name)).tenant();
            assertThat(now(made).name().value()).isEqualTo(name);
        }
    }

    @Test
    void aSettingOfTheLargestValues() {
        Tenant acme = tenantOf(person("Ana"));
        ConfigEntry entry = new ConfigEntry(new ConfigKey("k".repeat(128)), sized(ConfigEntry.MAX_BYTES), now());
        tenancy.configs().put(HOST, acme.id(), entry.key(), entry.value());
        assertThat(tenancy.configs().get(HOST, acme.id(), entry.key())).isEqualTo(entry);
        assertThat(trail(acme)).first().extracting(AuditEntry::after).isEqualTo(entry.value());
        Json wide = Json.string(GRIN.repeat(4095));
        tenancy.configs().put(HOST, acme.id(), entry.key(), wide);
        assertThat(tenancy.configs().get(HOST, acme.id(), entry.key()).value()).isEqualTo(wide);
        Json deep = new Json("[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH));
        tenancy.configs().put(HOST, acme.id(), entry.key(), deep);
        assertThat(tenancy.configs().get(HOST, acme.id(), entry.key()).value()).isEqualTo(deep);
    }

    @Test
    void aPersonOfTheLargestValues() {
        String local = (unique() + "x".repeat(64)).substring(0, 64);
        String label = "y".repeat(63);
        Email email = new Email(local + "@" + label + "." + label + "." + "z".repeat(61));
        assertThat(email.value()).hasSize(Email.MAX_LENGTH);
        String subject = (unique() + GRIN.repeat(127)).substring(0, 254);
        Identity identity = new Identity("i".repeat(255), subject, email, true, GRIN.repeat(Identity.MAX_NAME));
        Person person = signedIn(identity);
        Tenant acme = tenantOf(person);
        assertThat(members(acme))
                .containsExactly(new Member(acme.id(), person.id(), email, identity.name(), Role.ADMIN, now()));
        assertThat(tenancy.users().me(person.caller()).name()).isEqualTo(identity.name());
        assertThat(store.find(identity)).isPresent();
    }

    @Test
    void metadataOfTheDeepestNestingAndItsTrail() {
        int inner = Metadata.MAX_DEPTH - 1;
        Json deepest = new Json("{\"a\":".repeat(inner) + "{}" + "}".repeat(inner));
        Tenant acme = changed(tenantOf(person("Ana")), TenantPatch.NOTHING.metadata(new Metadata(deepest)));
        assertThat(now(acme).metadata().json()).isEqualTo(deepest);
        assertThat(trail(acme))
                .first()
                .extracting(AuditEntry::after)
                .isEqualTo(new Json("{\"metadata\":" + deepest.text() + "}"));
    }

    @Test
    void timesInMicroseconds() {
        Tenant acme = tenantOf(person("Ana"));
        assertThat(acme.createdAt().getNano() % 1000).isZero();
        assertThat(clock.instant().getNano() % 1000).isNotZero();
        assertThat(now(acme).createdAt()).isEqualTo(acme.createdAt());
    }
}
