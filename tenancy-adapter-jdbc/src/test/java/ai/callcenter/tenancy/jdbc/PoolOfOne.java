package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.tenant.TenantId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A store with one connection, so that what one unit leaves on it the next one finds; and a wire that can be cut. */
record PoolOfOne(TestPostgres database, CountingProxy proxy, JdbcTenancy tenancy) {
    static final TenantId ACME = new TenantId(UUID.fromString(Probes.VALUES.get("acme")));
    static final UserId ANN = new UserId(UUID.fromString(Probes.VALUES.get("ann")));

    static PoolOfOne open() throws SQLException, IOException {
        TestPostgres database = Probes.peopled();
        CountingProxy proxy = CountingProxy.to(database.port());
        JdbcConfig direct = database.config();
        String url = direct.url().replace(":" + database.port() + "/", ":" + proxy.port() + "/");
        return new PoolOfOne(
                database,
                proxy,
                JdbcTenancy.open(new JdbcConfig(url, direct.user(), direct.password(), 1, direct.isolation())));
    }

    /** The six settings that the connection carries, with bars between them. */
    String context() throws SQLException {
        try (Connection connection = tenancy.connection()) {
            return context(connection);
        }
    }

    static String context(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select array_to_string(array(
                          select coalesce(current_setting('tenancy.' || name, true), '')
                            from unnest('{tenant_id,user_id,operator,issuer,subject,email}'::text[]) as name), '|')""")) {
            row.next();
            return row.getString(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = tenancy.connection()) {
            TestPostgres.execute(connection, sql);
        }
    }

    boolean has(TenantId tenant, ConfigKey key) {
        return tenancy.store().read(tenant, null).config(key).value().isPresent();
    }

    void close() throws IOException {
        tenancy.close();
        proxy.close();
    }
}
