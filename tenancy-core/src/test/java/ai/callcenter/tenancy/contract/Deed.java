package ai.callcenter.tenancy.contract;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import org.jspecify.annotations.Nullable;

/** What somebody can try in a tenant, and the least role that may: the table of the API's documentation. */
enum Deed {
    READ_TENANT(
            Permission.READ_TENANT, Role.VIEWER, false, t -> t.tenancy.tenants().get(t.caller, t.tenant)),
    COUNT_USERS(
            Permission.READ_TENANT, Role.VIEWER, false, t -> t.tenancy.members().count(t.caller, t.tenant)),
    LIST_MEMBERS(
            Permission.READ_MEMBERS,
            Role.VIEWER,
            false,
            t -> t.tenancy.members().list(t.caller, t.tenant, MemberFilter.ALL, PageRequest.first())),
    READ_MEMBER(
            Permission.READ_MEMBERS,
            Role.VIEWER,
            false,
            t -> t.tenancy.members().get(t.caller, t.tenant, t.member)),
    LIST_CONFIG(
            Permission.READ_CONFIG,
            Role.MEMBER,
            false,
            t -> t.tenancy.configs().list(t.caller, t.tenant, PageRequest.first())),
    READ_CONFIG(
            Permission.READ_CONFIG, Role.MEMBER, false, t -> t.tenancy.configs().get(t.caller, t.tenant, Try.KEY)),
    READ_TRAIL(
            Permission.READ_AUDIT,
            Role.ADMIN,
            false,
            t -> t.tenancy.audit().list(t.caller, t.tenant, PageRequest.first())),
    RENAME(
            Permission.EDIT_TENANT,
            Role.ADMIN,
            true,
            t -> t.tenancy.tenants().update(t.caller, t.tenant, TenantPatch.NOTHING.name(new TenantName("New")))),
    CHANGE_SEATS(
            Permission.EDIT_TENANT,
            null,
            true,
            t -> t.tenancy.tenants().update(t.caller, t.tenant, TenantPatch.NOTHING.maxUsers(new SeatLimit(99)))),
    CHANGE_STATUS(
            Permission.EDIT_TENANT,
            null,
            true,
            t -> t.tenancy.tenants().update(t.caller, t.tenant, TenantPatch.NOTHING.status(TenantStatus.SUSPENDED))),
    WRITE_CONFIG(
            Permission.WRITE_CONFIG,
            Role.ADMIN,
            true,
            t -> t.tenancy.configs().put(t.caller, t.tenant, Try.KEY, Json.EMPTY_OBJECT)),
    DELETE_CONFIG(
            Permission.WRITE_CONFIG, Role.ADMIN, true, t -> t.tenancy.configs().delete(t.caller, t.tenant, Try.KEY)),
    ADD_MEMBER(
            Permission.MANAGE_MEMBERS,
            Role.ADMIN,
            true,
            t -> t.tenancy.members().add(t.caller, t.tenant, World.email("new"), Role.VIEWER)),
    CHANGE_ROLE(
            Permission.MANAGE_MEMBERS,
            Role.ADMIN,
            true,
            t -> t.tenancy.members().changeRole(t.caller, t.tenant, t.member, Role.MEMBER)),
    REMOVE_MEMBER(
            Permission.MANAGE_MEMBERS,
            Role.ADMIN,
            true,
            t -> t.tenancy.members().remove(t.caller, t.tenant, t.member)),
    DELETE_TENANT(
            Permission.DELETE_TENANT, Role.ADMIN, true, t -> t.tenancy.tenants().delete(t.caller, t.tenant));

    /** One try: by whom, in which tenant, on which member. */
    record Try(Tenancy tenancy, Caller caller, TenantId tenant, Email member) {
        /** A key that is set. */
        static final ConfigKey KEY = new ConfigKey("key");
    }

    private interface Doing {
        void run(Try what);
    }

    final Permission permission;

    /** Null where no member may. */
    final @Nullable Role least;

    final boolean writes;
    private final Doing doing;

    Deed(Permission permission, @Nullable Role least, boolean writes, Doing doing) {
        this.permission = permission;
        this.least = least;
        this.writes = writes;
        this.doing = doing;
    }

    void attempt(Try what) {
        doing.run(what);
    }
}
