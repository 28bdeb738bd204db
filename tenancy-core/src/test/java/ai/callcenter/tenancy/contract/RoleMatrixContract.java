package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.contract.Deed.Try;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every deed by everybody: who may, who may not, and with which refusal. A refusal leaves the tenant as it was. */
abstract class RoleMatrixContract extends Contract {
    RoleMatrixContract(Harness harness) {
        super(harness);
    }

    /** Somebody in relation to a tenant. */
    enum Standing {
        VIEWER,
        MEMBER,
        ADMIN,
        OPERATOR,
        OPERATOR_IN_ANOTHER_TENANT,
        HOST,
        NEVER_A_MEMBER,
        REMOVED_ADMIN,
        UNKNOWN_USER,
        ADMIN_IN_NO_TENANT,
        ADMIN_IN_ANOTHER_TENANT,
        ADMIN_OF_ANOTHER_TENANT_IN_IT
    }

    @TestFactory
    Stream<DynamicTest> everyDeedByEverybody() {
        return Arrays.stream(TenantStatus.values())
                .flatMap(status -> Arrays.stream(Standing.values())
                        .flatMap(standing -> Arrays.stream(Deed.values())
                                .map(deed -> dynamicTest(
                                        deed + " by " + standing + ", tenant " + status.wire(),
                                        () -> attempt(deed, standing, status)))));
    }

    @Test
    void everyPermissionIsTried() {
        EnumSet<Permission> elsewhere = EnumSet.of(Permission.LEAVE, Permission.ENTER);
        assertThat(Arrays.stream(Deed.values()).map(deed -> deed.permission))
                .containsAll(EnumSet.complementOf(elsewhere));
    }

    private void attempt(Deed deed, Standing standing, TenantStatus status) {
        Tenant acme = tenancy.tenants()
                .create(HOST, NewTenant.named("Acme"), email("first"))
                .tenant();
        var member = email("member");
        tenancy.members().add(HOST, acme.id(), member, Role.VIEWER);
        tenancy.configs().put(HOST, acme.id(), Try.KEY, Json.string("value"));
        Caller caller = caller(standing, acme);
        if (status == TenantStatus.SUSPENDED) {
            suspended(acme);
        } else if (status == TenantStatus.DELETED) {
            deleted(acme);
        }
        Try what = new Try(tenancy, caller, acme.id(), member);
        ErrorCode refusal = refusal(deed, standing, status);
        if (refusal != null) {
            refused(refusal, acme, () -> deed.attempt(what));
        } else {
            assertThatCode(() -> deed.attempt(what)).doesNotThrowAnyException();
        }
    }

    private Caller caller(Standing standing, Tenant acme) {
        return switch (standing) {
            case VIEWER -> memberOf(acme, Role.VIEWER).in(acme);
            case MEMBER -> memberOf(acme, Role.MEMBER).in(acme);
            case ADMIN -> memberOf(acme, Role.ADMIN).in(acme);
            case OPERATOR -> operator().caller();
            case OPERATOR_IN_ANOTHER_TENANT -> {
                Person otto = operator();
                yield otto.in(tenantOf(otto));
            }
            case HOST -> HOST;
            case NEVER_A_MEMBER -> person("Stranger").in(acme);
            case REMOVED_ADMIN -> {
                Person removed = memberOf(acme, Role.ADMIN);
                tenancy.members().remove(HOST, acme.id(), removed.email());
                yield removed.in(acme);
            }
            case UNKNOWN_USER -> Caller.user(new UserId(UUID.randomUUID())).in(acme.id());
            case ADMIN_IN_NO_TENANT -> memberOf(acme, Role.ADMIN).caller();
            case ADMIN_IN_ANOTHER_TENANT -> {
                Person both = memberOf(acme, Role.ADMIN);
                yield both.in(tenantOf(both));
            }
            case ADMIN_OF_ANOTHER_TENANT_IN_IT -> {
                Person other = person("Other");
                yield other.in(tenantOf(other));
            }
        };
    }

    private static @Nullable ErrorCode refusal(Deed deed, Standing standing, TenantStatus status) {
        return switch (standing) {
            case VIEWER -> byMember(deed, Role.VIEWER, status);
            case MEMBER -> byMember(deed, Role.MEMBER, status);
            case ADMIN -> byMember(deed, Role.ADMIN, status);
            case OPERATOR, OPERATOR_IN_ANOTHER_TENANT, HOST ->
                deed.writes && status == TenantStatus.DELETED ? ErrorCode.TENANT_DELETED : null;
            case NEVER_A_MEMBER, REMOVED_ADMIN, UNKNOWN_USER -> ErrorCode.ACCESS_REVOKED;
            case ADMIN_IN_NO_TENANT, ADMIN_IN_ANOTHER_TENANT, ADMIN_OF_ANOTHER_TENANT_IN_IT -> ErrorCode.WRONG_TENANT;
        };
    }

    private static @Nullable ErrorCode byMember(Deed deed, Role role, TenantStatus status) {
        return switch (status) {
            case DELETED -> ErrorCode.ACCESS_REVOKED;
            case SUSPENDED -> ErrorCode.TENANT_SUSPENDED;
            case ACTIVE ->
                deed.least == null || role.ordinal() < deed.least.ordinal() ? ErrorCode.INSUFFICIENT_ROLE : null;
        };
    }
}
