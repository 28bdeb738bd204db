package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.AUDIT_LOG;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_CONFIGS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_USERS;

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
import ai.callcenter.tenancy.page.Position;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.store.Guarded;
import ai.callcenter.tenancy.store.TenantReads;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads in one tenant: context, standing and data in one round trip. */
final class JdbcTenantReads implements TenantReads {
    private final Transactions transactions;
    private final TenantId tenant;
    private final UUID id;
    private final @Nullable UserId caller;

    JdbcTenantReads(Transactions transactions, TenantId tenant, @Nullable UserId caller) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.id = tenant.value();
        this.caller = caller;
    }

    @Override
    public Access access() {
        return transactions.read(connection -> AccessQuery.read(connection, tenant, caller));
    }

    @Override
    public Guarded<Page<Member>> members(MemberFilter filter, PageRequest page) {
        Condition wanted = TENANT_USERS.TENANT_ID.eq(id);
        if (filter.role() != null) {
            wanted = wanted.and(TENANT_USERS.ROLE.eq(filter.role().wire()));
        }
        if (filter.text() != null) {
            wanted = wanted.and(Lists.contains(TENANT_USERS.EMAIL, filter.text())
                    .or(Lists.contains(TENANT_USERS.NAME_KEY, filter.text())));
        }
        if (page.after() != null) {
            wanted = wanted.and(TENANT_USERS.EMAIL.gt(page.after().key()));
        }
        Query members = DSL.select(Rows.MEMBER)
                .from(TENANT_USERS)
                .where(wanted)
                .orderBy(TENANT_USERS.EMAIL)
                .limit(page.limit() + 1);
        Guarded<List<Member>> rows = guarded(Rows::member, members);
        return paged(rows, page, member -> new Position(member.email().value(), ""));
    }

    @Override
    public Guarded<Optional<Member>> member(Email email) {
        Query member = DSL.select(Rows.MEMBER)
                .from(TENANT_USERS)
                .where(TENANT_USERS.TENANT_ID.eq(id))
                .and(TENANT_USERS.EMAIL.eq(email.value()));
        return first(guarded(Rows::member, member));
    }

    @Override
    public Guarded<Page<ConfigEntry>> configs(PageRequest page) {
        Condition wanted = TENANT_CONFIGS.TENANT_ID.eq(id);
        if (page.after() != null) {
            wanted = wanted.and(TENANT_CONFIGS.KEY.gt(page.after().key()));
        }
        Query configs = DSL.select(Rows.CONFIG)
                .from(TENANT_CONFIGS)
                .where(wanted)
                .orderBy(TENANT_CONFIGS.KEY)
                .limit(page.limit() + 1);
        Guarded<List<ConfigEntry>> rows = guarded(Rows::config, configs);
        return paged(rows, page, entry -> new Position(entry.key().value(), ""));
    }

    @Override
    public Guarded<Optional<ConfigEntry>> config(ConfigKey key) {
        Query config = DSL.select(Rows.CONFIG)
                .from(TENANT_CONFIGS)
                .where(TENANT_CONFIGS.TENANT_ID.eq(id))
                .and(TENANT_CONFIGS.KEY.eq(key.value()));
        return first(guarded(Rows::config, config));
    }

    @Override
    public Guarded<Optional<Session>> session(UUID session) {
        return first(guarded(Rows::session, JdbcSessions.byId(tenant, session)));
    }

    @Override
    public Guarded<Page<AuditEntry>> audit(PageRequest page) {
        Condition wanted = AUDIT_LOG.TENANT_ID.eq(id);
        Position after = page.after();
        if (after != null) {
            wanted = wanted.and(DSL.row(AUDIT_LOG.AT, AUDIT_LOG.ID).lt(Lists.time(after), Lists.id(after)));
        }
        Query audit = DSL.select(Rows.AUDIT)
                .from(AUDIT_LOG)
                .where(wanted)
                .orderBy(AUDIT_LOG.AT.desc(), AUDIT_LOG.ID.desc())
                .limit(page.limit() + 1);
        Guarded<List<AuditEntry>> rows = guarded(Rows::audit, audit);
        return paged(
                rows,
                page,
                entry -> new Position(entry.at().toString(), entry.id().toString()));
    }

    private <T> Guarded<List<T>> guarded(Sql.Row<T> row, Query query) {
        return transactions.read(connection -> AccessQuery.readWith(connection, tenant, caller, row, query));
    }

    private static <T> Guarded<Optional<T>> first(Guarded<List<T>> rows) {
        return new Guarded<>(rows.access(), rows.value().stream().findFirst());
    }

    private static <T> Guarded<Page<T>> paged(Guarded<List<T>> rows, PageRequest page, Function<T, Position> position) {
        return new Guarded<>(rows.access(), Page.of(rows.value(), page, position));
    }
}
