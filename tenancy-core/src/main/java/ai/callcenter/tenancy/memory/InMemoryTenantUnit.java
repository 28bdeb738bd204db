package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.store.ConfigStore;
import ai.callcenter.tenancy.store.MemberStore;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.store.SessionStore;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One unit in one tenant. */
final class InMemoryTenantUnit implements TenantUnit {
    private final Draft draft;
    private final TenantId id;
    private final @Nullable UserId caller;
    private final Access access;

    InMemoryTenantUnit(Draft draft, TenantId id, @Nullable UserId caller) {
        this.draft = draft;
        this.id = id;
        this.caller = caller;
        this.access = draft.use(data -> data.access(id, caller));
        draft.change(data -> data.tenants.own(id));
    }

    @Override
    public Access access() {
        return draft.use(data -> access);
    }

    @Override
    public Optional<User> caller() {
        return draft.use(data -> Optional.ofNullable(caller).map(data.users::find));
    }

    @Override
    public Optional<Member> found(Tenant tenant, @Nullable NewMember founder) {
        return draft.use(data -> {
            requireOwn(tenant.id());
            data.tenants.add(tenant);
            return Optional.ofNullable(founder).map(first -> InMemoryMembers.add(data, id, first));
        });
    }

    @Override
    public void update(Tenant tenant) {
        draft.change(data -> {
            requireOwn(tenant.id());
            data.tenants.update(tenant);
            if (tenant.status() == TenantStatus.DELETED) {
                data.tenants.get(id).members.keySet().forEach(member -> data.users.leaveCurrent(member, id));
            }
        });
    }

    @Override
    public void enter(UserId user, Instant at) {
        draft.change(data -> {
            TenantRows rows = data.tenants.get(id);
            MemberRow member = rows.members.get(user);
            if (member == null || rows.deleted()) {
                throw Refusals.tenantNotFound();
            }
            User known = data.users.get(user);
            rows.members.put(user, member.entered(known));
            data.users.setCurrent(known, id);
        });
    }

    @Override
    public MemberStore members() {
        return draft.use(data -> new InMemoryMembers(draft, id));
    }

    @Override
    public ConfigStore configs() {
        return draft.use(data -> new InMemoryConfigs(draft, id));
    }

    @Override
    public SessionStore sessions() {
        return draft.use(data -> new InMemorySessions(draft, id));
    }

    @Override
    public void record(AuditEntry entry) {
        draft.change(data -> {
            requireOwn(entry.tenant());
            data.tenants.get(id).audit.add(entry);
        });
    }

    @Override
    public void publish(TenancyEvent event) {
        draft.change(data -> {
            requireOwn(event.tenantId());
            data.tenants.get(id);
            data.outbox.add(event);
        });
    }

    private void requireOwn(@Nullable TenantId given) {
        if (!id.equals(given)) {
            throw new IllegalArgumentException("this unit is the tenant " + id + "'s, and was given one of " + given);
        }
    }
}
