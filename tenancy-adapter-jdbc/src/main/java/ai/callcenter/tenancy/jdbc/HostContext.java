package ai.callcenter.tenancy.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** The settings that a host's transaction had before a unit ran in it. */
record HostContext(List<String> values) {
    /** Every setting that a policy or a function of ours reads. */
    static final List<String> SETTINGS =
            List.of("tenant_id", "user_id", "operator", "issuer", "subject", "email", "domain", "subscription", "seal");

    static final Query BACK = DSL.query("rollback to savepoint tenancy_unit");
    static final Query RELEASE = DSL.query("release savepoint tenancy_unit");

    private static final String LEAVE = "savepoint tenancy_unit; select "
            + SETTINGS.stream()
                    .map(name -> "coalesce(current_setting('tenancy." + name + "', true), '')")
                    .collect(Collectors.joining(", "))
            + "; select "
            + SETTINGS.stream()
                    .map(name -> "set_config('tenancy." + name + "', '', true)")
                    .collect(Collectors.joining(", "));

    /** Makes a savepoint, and leaves the host's context for none at all, in one round trip. */
    static HostContext leave(Connection connection) throws SQLException {
        List<String> values = new ArrayList<>(SETTINGS.size());
        Sql.results(
                connection,
                (statement, rows) -> {
                    if (statement == 1 && rows.next()) {
                        for (int i = 1; i <= SETTINGS.size(); i++) {
                            values.add(rows.getString(i));
                        }
                    }
                },
                LEAVE);
        return new HostContext(values);
    }

    /** What sets them again. */
    Query restored() {
        List<Field<String>> settings = IntStream.range(0, SETTINGS.size())
                .mapToObj(i -> Sql.setting(SETTINGS.get(i), values.get(i)))
                .toList();
        return DSL.select(settings);
    }
}
