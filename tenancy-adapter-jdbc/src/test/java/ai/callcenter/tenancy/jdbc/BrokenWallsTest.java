package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each policy, FORCE, grant, check and trigger is broken once, in a copy of the database, and the probes must see it.
 * The list comes from the catalog: what is added to the schema without a probe fails here.
 */
class BrokenWallsTest {
    /** SQL that makes SQL: a way to break each wall that stands. */
    private static final List<String> BREAKS = List.of(
            "select format('drop policy %I on tenancy.%I', policyname, tablename) from pg_policies where schemaname = 'tenancy'",
            """
            select format('alter policy %I on tenancy.%I using (true)', policyname, tablename)
              from pg_policies where schemaname = 'tenancy' and qual is not null""",
            """
            select format('alter policy %I on tenancy.%I with check (true)', policyname, tablename)
              from pg_policies where schemaname = 'tenancy' and with_check is not null and cmd <> 'UPDATE'""",
            "select format('alter table tenancy.%I no force row level security', relname) from tables",
            "select format('alter table tenancy.%I disable row level security', relname) from tables",
            "select format('grant truncate on tenancy.%I to tenancy_app', relname) from tables where relname in ('platform_log', 'audit_log', 'tenant_configs')",
            """
            select format('grant update (tenant_id) on tenancy.%I to tenancy_app', relname)
              from tables where relname in ('tenant_users', 'tenant_configs', 'audit_log')""",
            """
            select format('grant %s on tenancy.%I to tenancy_app', privilege, relname)
              from tables, unnest(array['update', 'delete']) privilege where relname in ('audit_log', 'platform_log')""",
            """
            select format('revoke %s on tenancy.%I from tenancy_app', privilege_type, table_name)
              from information_schema.table_privileges where grantee = 'tenancy_app' and table_schema = 'tenancy'""",
            """
            select format('revoke %s (%I) on tenancy.%I from tenancy_app', privilege_type, column_name, table_name)
              from information_schema.column_privileges c where grantee = 'tenancy_app' and table_schema = 'tenancy'
               and not exists (select from information_schema.table_privileges t where t.grantee = 'tenancy_app'
                and t.table_name = c.table_name and t.privilege_type = c.privilege_type)""",
            """
            select format('revoke execute on function %s from tenancy_app', p.oid::regprocedure)
              from pg_proc p where p.pronamespace = 'tenancy'::regnamespace
               and has_function_privilege('tenancy_app', p.oid, 'execute') and p.proname <> 'schema_version'""",
            "select 'grant select on tenancy.platform_log to tenancy_app'",
            "select format('grant update (%I) on tenancy.tenants to tenancy_app', name) from unnest(array['user_count', 'admin_count']) name",
            "select format('grant delete on tenancy.%I to tenancy_app', name) from unnest(array['tenants', 'users']) name",
            "select 'grant create on schema tenancy to tenancy_app'",
            """
            select format('alter table tenancy.%I drop constraint %I', r.relname, c.conname)
              from pg_constraint c join tables r on r.oid = c.conrelid where c.contype = 'c'""",
            "select 'alter table tenancy.users drop constraint users_current_tenant_fkey'",
            """
            select format('alter table tenancy.%I disable trigger %I', r.relname, t.tgname)
              from pg_trigger t join tables r on r.oid = t.tgrelid where not t.tgisinternal""");

    private static final String TABLES = """
        with tables as (select oid, relname from pg_class
          where relnamespace = 'tenancy'::regnamespace and relkind = 'r' and relname <> 'schema_history') """;

    @Test
    void isNotSeenWhereNothingIsBroken() throws SQLException {
        assertThat(seen(Scene.create())).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> isSeen() throws SQLException {
        Scene scene = Scene.create();
        List<String> breaks = breaks(scene);
        assertThat(breaks).hasSizeGreaterThan(70);
        return breaks.stream()
                .map(damage -> DynamicTest.dynamicTest(damage, () -> {
                    TestPostgres copy = scene.database().copy();
                    try {
                        try (Connection admin = copy.superuser()) {
                            TestPostgres.execute(admin, damage);
                        }
                        assertThat(seen(scene.in(copy)))
                                .as("no probe sees: %s", damage)
                                .isTrue();
                    } finally {
                        copy.drop();
                    }
                }));
    }

    private static boolean seen(Scene scene) throws SQLException {
        for (Probe probe : Probes.all()) {
            try {
                probe.run(scene);
            } catch (AssertionError broken) {
                return true;
            }
        }
        try {
            Walk.through(scene);
            return false;
        } catch (RuntimeException broken) {
            return true;
        }
    }

    private static List<String> breaks(Scene scene) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection admin = scene.database().superuser();
                Statement statement = admin.createStatement()) {
            for (String query : BREAKS) {
                int before = all.size();
                try (ResultSet rows = statement.executeQuery(query.contains("tables") ? TABLES + query : query)) {
                    while (rows.next()) {
                        all.add(rows.getString(1));
                    }
                }
                assertThat(all.size()).as("a way to break: %s", query).isGreaterThan(before);
            }
        }
        return all;
    }
}
