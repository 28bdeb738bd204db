package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BiFunction;
import org.postgresql.ds.PGSimpleDataSource;

/** A host with the least on its class path: {@link GuestTest} runs it in a class loader of its own. */
public final class GuestProbe implements BiFunction<String, String, String> {
    private static final Caller HOST = Caller.host("guest");

    /** Runs use cases and a row of the host's own; gives how many users the tenant has, and what was left out. */
    @Override
    public String apply(String url, String login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login);
        source.setPassword(TestPostgres.PASSWORD);
        try (JdbcTenancy jdbc = JdbcTenancy.using(source)) {
            Tenancy tenancy = jdbc.tenancy();
            TenantId tenant = tenancy.tenants()
                    .create(HOST, NewTenant.named("Acme"))
                    .tenant()
                    .id();
            TenantDataSource.over(source).inTransaction(tenant, connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("insert into public.calls (note) values ('a call')");
                }
                return tenancy.over(jdbc.within(connection))
                        .members()
                        .add(HOST, tenant, new Email("ana@acme.example"), Role.ADMIN);
            });
            try (Connection connection = source.getConnection()) {
                return tenancy.tenants().get(HOST, tenant).tenant().userCount() + " " + jdbc.fault() + " "
                        + Migrations.prepared(connection) + " " + opened(url, login);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String opened(String url, String login) {
        try (JdbcTenancy own = JdbcTenancy.open(JdbcConfig.of(url, login, TestPostgres.PASSWORD))) {
            return "opened " + own.fault();
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
