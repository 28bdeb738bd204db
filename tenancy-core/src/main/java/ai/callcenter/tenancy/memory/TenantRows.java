package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What belongs to one tenant: its own row, its members, its configuration, its trail. */
final class TenantRows {
    final Map<UserId, MemberRow> members;
    final Map<ConfigKey, ConfigEntry> configs;
    final List<AuditEntry> audit;
    final Map<UUID, Session> sessions;
    private Tenant row;

    TenantRows(Tenant row) {
        this(row, Map.of(), Map.of(), List.of(), Map.of());
    }

    private TenantRows(
            Tenant row,
            Map<UserId, MemberRow> members,
            Map<ConfigKey, ConfigEntry> configs,
            List<AuditEntry> audit,
            Map<UUID, Session> sessions) {
        this.row = row;
        this.members = new HashMap<>(members);
        this.configs = new HashMap<>(configs);
        this.audit = new ArrayList<>(audit);
        this.sessions = new HashMap<>(sessions);
    }

    TenantRows copy() {
        return new TenantRows(row, members, configs, audit, sessions);
    }

    boolean deleted() {
        return row.status() == TenantStatus.DELETED;
    }

    /** The tenant with the number of its members. */
    Tenant tenant() {
        return new Tenant(
                row.id(),
                row.name(),
                row.domain(),
                row.description(),
                row.maxUsers(),
                members.size(),
                row.status(),
                row.metadata(),
                row.createdAt(),
                row.updatedAt());
    }

    void update(Tenant to) {
        row = to;
        requireSeats();
    }

    void add(MemberRow member) {
        members.put(member.user(), member);
        requireSeats();
    }

    void changeRole(MemberRow member, Role to) {
        requireAnotherAdmin(member, to == Role.ADMIN);
        members.put(member.user(), member.in(to));
    }

    void remove(MemberRow member) {
        requireAnotherAdmin(member, false);
        members.remove(member.user());
        sessions.values().removeIf(session -> session.user().equals(member.user()));
    }

    private void requireSeats() {
        if (members.size() > row.maxUsers().value()) {
            throw Refusals.seatLimitReached();
        }
    }

    private void requireAnotherAdmin(MemberRow member, boolean staysAdmin) {
        boolean last = member.role() == Role.ADMIN
                && members.values().stream()
                                .filter(other -> other.role() == Role.ADMIN)
                                .count()
                        == 1;
        if (last && !staysAdmin) {
            throw Refusals.lastAdmin();
        }
    }
}
