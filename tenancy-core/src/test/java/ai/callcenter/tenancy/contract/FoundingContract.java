package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Description;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Metadata;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import ai.callcenter.tenancy.text.SearchText;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a tenant comes to be. */
abstract class FoundingContract extends Contract {
    FoundingContract(Harness harness) {
        super(harness);
    }

    @Test
    void whoFoundsATenantIsItsFirstAdmin() {
        Person ana = person("Ana");
        String domain = unique() + ".example";
        NewTenant wanted = new NewTenant(
                new TenantName("Acme"),
                new Domain(domain),
                new Description("Sells\nrockets"),
                new Metadata(new Json("{ \"plan\" : 1.50 }")),
                null,
                null);

        Membership founded = tenancy.tenants().create(ana.caller(), wanted);

        Tenant acme = founded.tenant();
        assertThat(acme)
                .isEqualTo(new Tenant(
                        acme.id(),
                        wanted.name(),
                        wanted.domain(),
                        wanted.description(),
                        new SeatLimit(25),
                        1,
                        TenantStatus.ACTIVE,
                        wanted.metadata(),
                        now(),
                        now()));
        assertThat(founded).isEqualTo(new Membership(acme, Role.ADMIN, false));
        assertThat(tenancy.tenants().get(ana.in(acme), acme.id())).isEqualTo(founded);
        assertThat(members(acme))
                .containsExactly(new Member(acme.id(), ana.id(), ana.email(), "Ana", Role.ADMIN, now()));
    }

    @Test
    void aTenantThatIsMadeWithoutASeatLimitGetsTheDefault() {
        Tenancy small = Tenancy.builder(store).defaultSeats(new SeatLimit(3)).build();
        Tenant made = small.tenants()
                .create(person("Ana").caller(), NewTenant.named("Acme"))
                .tenant();
        assertThat(now(made).maxUsers()).isEqualTo(new SeatLimit(3));
    }

    @Test
    void foundingIsRecordedWithTheFirstMember() {
        Person ana = person("Ana");
        Tenant acme = tenancy.tenants()
                .create(ana.caller(), NewTenant.named("Acme").withDomain(unique() + ".example"))
                .tenant();

        recorded(
                acme,
                ana.caller(),
                ana.as(Actor.Kind.USER),
                AuditAction.MEMBER_ADDED,
                ana.email(),
                null,
                "{\"role\":\"admin\"}");
        AuditEntry created = trail(acme).get(1);
        assertThat(created.action()).isEqualTo(AuditAction.TENANT_CREATED);
        assertThat(created.subject()).isEqualTo(acme.id().toString());
        assertThat(created.before()).isNull();
        assertThat(created.after())
                .isEqualTo(new Json("{\"name\":\"Acme\",\"domain\":\"" + acme.domain()
                        + "\",\"description\":null,\"max_users\":25,\"status\":\"active\",\"metadata\":{}}"));
        assertThat(trail(acme)).hasSize(2);
    }

    @Test
    void onlyAnOperatorChoosesTheSeatLimitOrTheOwner() {
        Person ana = person("Ana");
        Email owner = email("owner");
        NewTenant plain = NewTenant.named("Acme");
        refused(ErrorCode.INSUFFICIENT_ROLE, () -> tenancy.tenants().create(ana.caller(), plain.withMaxUsers(9)));
        refused(ErrorCode.INSUFFICIENT_ROLE, () -> tenancy.tenants().create(ana.caller(), plain, owner));
        refused(ErrorCode.INSUFFICIENT_ROLE, () -> tenancy.tenants().create(ana.caller(), plain, ana.email()));
        assertThat(tenancy.tenants().mine(ana.caller(), TenantFilter.ALL, ALL).items())
                .isEmpty();
    }

    @Test
    void anOperatorFoundsForAnOwnerWhoNeedNotHaveSignedIn() {
        Person otto = operator();
        Email owner = email("owner");
        Membership founded =
                tenancy.tenants().create(otto.caller(), NewTenant.named("Acme").withMaxUsers(7), owner);
        assertThat(founded.role()).isNull();
        assertThat(founded.tenant().maxUsers()).isEqualTo(new SeatLimit(7));
        recorded(
                founded.tenant(),
                otto.caller(),
                otto.as(Actor.Kind.OPERATOR),
                AuditAction.MEMBER_ADDED,
                owner,
                null,
                "{\"role\":\"admin\"}");

        Person olga = signedIn(identity(owner, "Olga"));
        assertThat(tenancy.tenants()
                        .get(olga.in(founded.tenant()), founded.tenant().id()))
                .isEqualTo(new Membership(founded.tenant(), Role.ADMIN, false));
        assertThat(members(founded.tenant()))
                .singleElement()
                .extracting(Member::name)
                .isNull();
    }

    @Test
    void anOperatorWhoNamesNoOwnerIsTheFirstAdmin() {
        Person otto = operator();
        Membership founded = tenancy.tenants().create(otto.caller(), NewTenant.named("Own"), otto.email());
        assertThat(founded.role()).isEqualTo(Role.ADMIN);
        assertThat(tenancy.tenants()
                        .create(otto.caller(), NewTenant.named("Own"))
                        .role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void aHostFoundsWithoutMembersAndMayAddAViewerFirst() {
        Membership founded = tenancy.tenants().create(HOST, NewTenant.named("Empty"));
        Tenant empty = founded.tenant();
        assertThat(founded).isEqualTo(new Membership(now(empty), null, false));
        assertThat(empty.userCount()).isZero();
        Email first = email("vera");
        tenancy.members().add(HOST, empty.id(), first, Role.VIEWER);
        tenancy.members().remove(HOST, empty.id(), first);
        assertThat(now(empty).userCount()).isZero();
        tenancy.members().add(HOST, empty.id(), first, Role.ADMIN);
        refused(ErrorCode.LAST_ADMIN, empty, () -> tenancy.members().remove(HOST, empty.id(), first));
    }

    @Test
    void aHostFoundsForAnOwner() {
        Person ana = person("Ana");
        Tenant acme = tenancy.tenants()
                .create(HOST, NewTenant.named("Acme"), ana.email())
                .tenant();
        recorded(acme, HOST, HOST_ACTOR, AuditAction.MEMBER_ADDED, ana.email(), null, "{\"role\":\"admin\"}");
        assertThat(tenancy.tenants().get(ana.in(acme), acme.id()).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void anUnknownUserFoundsNothing() {
        Caller.User nobody = Caller.user(new UserId(UUID.randomUUID()));
        String name = unique();
        refused(ErrorCode.USER_NOT_FOUND, () -> tenancy.tenants().create(nobody, NewTenant.named(name)));
        assertThat(tenancy.tenants()
                        .all(HOST, new TenantFilter(SearchText.of(name), null), ALL)
                        .items())
                .isEmpty();
    }
}
