package ai.callcenter.tenancy.app.bench;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.app.bench.Turns.Way;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import ai.callcenter.tenancy.jdbc.SealKey;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import ai.callcenter.tenancy.tenant.TenantId;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;

/** What isolation costs a service that has the library inside, on tables of its own with the same rows. */
final class Embedded implements AutoCloseable {
    private static final int TENANTS = 1_000;
    private static final Caller HOST = Caller.host("bench");
    /** Those that have calls. */
    private static final int CALLERS = 100;

    private static final byte[] SECRET = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);

    private static final String TABLES = """
            create role host_owner;
            create schema host authorization host_owner;
            grant usage on schema host to measured;
            alter role measured set synchronous_commit = off; -- what the disk takes would hide what is measured
            select tenancy.add_seal_key('k1', '\\x%5$s');
            set role host_owner;
            create table host.plain (tenant_id uuid not null, id bigint, number text not null, primary key (tenant_id, id));
            create table host.isolated (like host.plain including all);
            create table host.sealed (like host.plain including all);
            insert into host.plain select %1$s, n, '+49 30 ' || n
              from generate_series(1, %2$d) t, generate_series(1, %3$d) n;
            insert into host.isolated table host.plain;
            insert into host.sealed table host.plain;
            grant select, insert on host.plain to %4$s;
            select tenancy.isolate('host.isolated', grantee => '%4$s');
            select tenancy.isolate('host.sealed', grantee => '%4$s', sealed => true);
            """.formatted(
            Data.id('a', "t"), CALLERS, Calls.ROWS, "measured", HexFormat.of().formatHex(SECRET));

    private final HikariDataSource pool;
    private final TenantDataSource isolated;
    private final DataSource following;
    private final TenantDataSource sealed;
    private final Tenancy tenancy;
    private final Calls byHand = new Calls("host.plain", true);
    private final Calls isolatedCalls = new Calls("host.isolated", false);
    private final Calls sealedCalls = new Calls("host.sealed", false);
    private final SplittableRandom random = new SplittableRandom(1);
    private TenantId tenant = next();
    private int added;

    private Embedded(HikariDataSource pool) {
        this.pool = pool;
        this.isolated = TenantDataSource.over(pool);
        this.following = isolated.following(() -> tenant);
        this.sealed = isolated.sealed(SealKey.of("k1", SECRET));
        this.tenancy = JdbcTenancy.using(pool).tenancy();
    }

    /** @param data with {@value #TENANTS} tenants */
    static Embedded over(Data data) throws SQLException {
        data.run(TABLES);
        for (String table : List.of("plain", "isolated", "sealed")) {
            data.run("vacuum analyze host." + table);
        }
        return new Embedded(data.pool());
    }

    void run(Turns turns) throws Exception {
        turns.explain();
        turns.measure("a row by its key", all(Calls::read));
        turns.measure("100 rows, each by its key", inOneTransaction(Calls::readMany));
        turns.measure("1,000 rows at once", inOneTransaction(Calls::scan));
        turns.measure("a row by its key, and an insert", all(Calls::readAndInsert));
        turns.measure(
                "members().add",
                List.of(Way.of("no subscription", this::add), new Way("one subscription", this::addWithSubscription)));
    }

    private List<Way> all(Calls.Step step) {
        List<Way> ways = new ArrayList<>(inOneTransaction(step));
        ways.add(Way.of("auto-commit, by hand", () -> autoCommit(pool, step, byHand)));
        ways.add(Way.of("auto-commit, following", () -> autoCommit(following, step, isolatedCalls)));
        return ways;
    }

    private List<Way> inOneTransaction(Calls.Step step) {
        return List.of(
                Way.of("by hand, where tenant_id = ?", () -> byHand(step)),
                Way.of("isolated", () -> inTransaction(isolated, step, isolatedCalls)),
                Way.of("sealed", () -> inTransaction(sealed, step, sealedCalls)));
    }

    private void byHand(Calls.Step step) throws SQLException {
        tenant = next();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            step.on(byHand, connection, tenant);
            connection.commit();
        }
    }

    private void inTransaction(TenantDataSource source, Calls.Step step, Calls calls) throws SQLException {
        tenant = next();
        source.inTransaction(tenant, connection -> {
            step.on(calls, connection, tenant);
            return calls;
        });
    }

    private void autoCommit(DataSource source, Calls.Step step, Calls calls) throws SQLException {
        tenant = next();
        try (Connection connection = source.getConnection()) {
            step.on(calls, connection, tenant);
        }
    }

    /** Somebody of another tenant, in whom nothing but the membership is new. Each pair comes once. */
    private void add() {
        int to = added % TENANTS;
        int from = (to + 1 + added / TENANTS) % TENANTS;
        added++;
        Email email = new Email("u1@t%d.example".formatted(from + 1));
        tenancy.members().add(HOST, new TenantId(Population.id('a', to + 1)), email, Role.MEMBER);
    }

    private Figures addWithSubscription(long end) throws Exception {
        try (Dispatcher nobody = tenancy.events().subscribe("bench", event -> {})) {
            return Turns.repeat(this::add, end);
        } finally {
            tenancy.events().unsubscribe("bench");
        }
    }

    private TenantId next() {
        return new TenantId(Population.id('a', 1 + random.nextInt(CALLERS)));
    }

    @Override
    public void close() {
        pool.close();
    }
}
