package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.jdbc.JdbcConfig.Isolation;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** A tenant with two admins, on a real PostgreSQL, for races. */
record Office(Tenancy tenancy, TenantId id, Person ana, Person ben) {
    static final Caller HOST = Caller.host("races");
    private static final TestPostgres DATABASE = TestPostgres.create();
    private static final Map<Isolation, JdbcTenancy> POOLS = new EnumMap<>(Isolation.class);

    static void close() {
        POOLS.values().forEach(JdbcTenancy::close);
        POOLS.clear();
    }

    /** A connection of the service's login. */
    static Connection service() throws SQLException {
        return DATABASE.service();
    }

    Tenant now() {
        return tenancy.tenants().get(HOST, id).tenant();
    }

    long rows() throws SQLException {
        return count("select count(*) from tenancy.tenant_users where tenant_id = ?", id);
    }

    long admins() throws SQLException {
        return count("select count(*) from tenancy.tenant_users where role = 'admin' and tenant_id = ?", id);
    }

    record Person(UserId id, Email email) {
        Caller.User in(TenantId tenant) {
            return Caller.user(id).in(tenant);
        }
    }

    static Race.Deed add(Office office, Email email) {
        return () -> office.tenancy.members().add(HOST, office.id, email, Role.MEMBER);
    }

    static Office office(Isolation level, int seats) {
        Tenancy tenancy = tenancy(level);
        Person ana = person(tenancy);
        Person ben = person(tenancy);
        TenantId id = tenancy.tenants()
                .create(HOST, NewTenant.named("Office").withMaxUsers(seats), ana.email)
                .tenant()
                .id();
        tenancy.members().add(HOST, id, ben.email, Role.ADMIN);
        assertThat(tenancy.members()
                        .list(HOST, id, MemberFilter.ALL, PageRequest.first())
                        .items())
                .hasSize(2);
        return new Office(tenancy, id, ana, ben);
    }

    static Person person(Tenancy tenancy) {
        Email email = fresh();
        return new Person(tenancy.users().signIn(new Identity("idp", email.value(), email, true, null)), email);
    }

    static Email fresh() {
        return new Email(UUID.randomUUID() + "@race.example");
    }

    /** A new instance each time: what one instance remembers of identities must not decide a race. */
    static Tenancy tenancy(Isolation level) {
        return Tenancy.on(store(level));
    }

    static TenancyStore store(Isolation level) {
        return POOLS.computeIfAbsent(
                        level, it -> JdbcTenancy.open(DATABASE.config().withIsolation(it)))
                .store();
    }

    static long count(String sql, TenantId tenant) throws SQLException {
        try (Connection connection = DATABASE.superuser();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, tenant.value());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
