package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.store.Guarded;
import ai.callcenter.tenancy.store.TenantReads;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads in one tenant, each from the last commit. */
record InMemoryTenantReads(
        Supplier<Data> committed, TenantId id, @Nullable UserId caller) implements TenantReads {
    @Override
    public Access access() {
        return committed.get().access(id, caller);
    }

    @Override
    public Guarded<Page<Member>> members(MemberFilter filter, PageRequest page) {
        return guarded(data -> Keyset.MEMBERS.page(
                InMemoryMembers.all(data, id)
                        .filter(member -> filter.role() == null || member.role() == filter.role())
                        .filter(member -> matches(filter, member)),
                page));
    }

    @Override
    public Guarded<Optional<Member>> member(Email email) {
        return guarded(data -> InMemoryMembers.all(data, id)
                .filter(member -> member.email().equals(email))
                .findAny());
    }

    @Override
    public Guarded<Page<ConfigEntry>> configs(PageRequest page) {
        return guarded(data -> Keyset.CONFIGS.page(rows(data).flatMap(rows -> rows.configs.values().stream()), page));
    }

    @Override
    public Guarded<Optional<ConfigEntry>> config(ConfigKey key) {
        return guarded(data -> rows(data).findAny().map(rows -> rows.configs.get(key)));
    }

    @Override
    public Guarded<Optional<Session>> session(UUID session) {
        return guarded(data -> rows(data).findAny().map(rows -> rows.sessions.get(session)));
    }

    @Override
    public Guarded<Page<AuditEntry>> audit(PageRequest page) {
        return guarded(data -> Keyset.AUDIT.page(rows(data).flatMap(rows -> rows.audit.stream()), page));
    }

    private <T> Guarded<T> guarded(Function<Data, T> read) {
        Data data = committed.get();
        return new Guarded<>(data.access(id, caller), read.apply(data));
    }

    private Stream<TenantRows> rows(Data data) {
        return Stream.ofNullable(data.tenants.find(id));
    }

    private static boolean matches(MemberFilter filter, Member member) {
        return filter.text() == null
                || filter.text().in(member.email().value())
                || (member.name() != null && filter.text().in(member.name()));
    }
}
