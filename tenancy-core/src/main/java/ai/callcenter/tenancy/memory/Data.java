package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is kept at one moment. Once committed it is never changed: each unit works on its own copy. */
final class Data {
    final UserTable users;
    final TenantTable tenants;
    /** The lines of the trail that belong to no tenant. */
    final List<AuditEntry> audit;

    final OutboxTable outbox;

    Data() {
        this(new UserTable(), new TenantTable(), List.of(), new OutboxTable());
    }

    private Data(UserTable users, TenantTable tenants, List<AuditEntry> audit, OutboxTable outbox) {
        this.users = users;
        this.tenants = tenants;
        this.audit = new ArrayList<>(audit);
        this.outbox = outbox;
    }

    /** A copy whose tenants are still shared; see {@link TenantTable#own}. */
    Data copy() {
        return new Data(users.copy(), tenants.copy(), audit, outbox.copy());
    }

    Access access(TenantId id, @Nullable UserId caller) {
        TenantRows rows = tenants.find(id);
        Instant signedOutAt = caller == null ? null : users.signedOutAt(caller);
        if (rows == null) {
            return new Access(null, null, signedOutAt);
        }
        MemberRow member = caller == null ? null : rows.members.get(caller);
        return new Access(rows.tenant(), member == null ? null : access(id, member), signedOutAt);
    }

    private Access.Member access(TenantId id, MemberRow member) {
        User user = users.get(member.user());
        return new Access.Member(user.email(), member.role(), id.equals(user.currentTenant()));
    }

    /** A user together with when the user last signed out everywhere. */
    Own<Optional<User>> own(@Nullable UserId id) {
        return id == null
                ? new Own<>(null, Optional.empty())
                : new Own<>(users.signedOutAt(id), Optional.ofNullable(users.find(id)));
    }

    void recordOutsideTenants(AuditEntry entry) {
        if (entry.tenant() != null) {
            throw new IllegalArgumentException("a line about a tenant is recorded in that tenant's unit");
        }
        audit.add(entry);
    }
}
