package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Probe.OWNER;
import static ai.callcenter.tenancy.jdbc.Probe.SERVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every attempt on the isolation that the schema alone must hold against, and what must go through. */
final class Probes {
    private static final String IN_ACME = "select set_config('tenancy.tenant_id', ACME, true)";
    private static final String AS_ANA = "select set_config('tenancy.user_id', ANA, true)";
    private static final String OPERATOR = "select set_config('tenancy.operator', 'probe', true)";
    private static final String SIGNING_IN = "select set_config('tenancy.issuer', 'https://idp.example', true),"
            + " set_config('tenancy.subject', 'ana@acme.example', true)";
    private static final String BY_EMAIL = "select set_config('tenancy.email', 'gus@globex.example', true)";
    private static final String DENIED = "42501";

    private static final List<String> READABLE =
            List.of("tenants", "users", "user_identities", "tenant_users", "tenant_configs", "audit_log");
    private static final List<String> OF_TENANTS = List.of("tenant_users", "tenant_configs", "audit_log");

    /** A row of another tenant for each table that holds a tenant's rows, made in Acme's context. */
    private static final Map<String, String> FOREIGN_ROWS = Map.of(
            "tenants",
            "(id, name, name_key, max_users, created_at, updated_at) values (gen_random_uuid(), 'x', 'x', 1, now(), now())",
            "tenant_users",
            "(tenant_id, user_id, email, role, joined_at) values (GLOBEX, ANA, 'ana@acme.example', 'admin', now())",
            "tenant_configs",
            "(tenant_id, key, value, updated_at) values (GLOBEX, 'x', '1', now())",
            "audit_log",
            "(tenant_id, at, id, actor_kind, actor_name, action, subject)"
                    + " values (GLOBEX, now(), gen_random_uuid(), 'host', 'x', 'x', 'x')",
            "platform_log",
            "(at, id, actor_kind, actor_name, action, subject) values (now(), gen_random_uuid(), 'host', 'x', 'x', 'x')",
            "user_identities",
            "(issuer, subject, user_id) values ('https://idp.example', 'x', ANA)",
            "users",
            "(id, email, created_at) values (gen_random_uuid(), 'x@x.example', now())");

    private Probes() {}

    static List<Probe> all() {
        return Stream.of(reads(), writes(), contexts(), grants(), ChecksProbes.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Probe> reads() {
        List<Probe> probes = new ArrayList<>();
        for (String table : READABLE) {
            probes.add(new Probe(SERVICE, "", "select count(*) from tenancy." + table, "0"));
            probes.add(new Probe(OWNER, "", "select count(*) from tenancy." + table, "0"));
        }
        probes.add(new Probe(OWNER, "", "select count(*) from tenancy.platform_log", "0"));
        for (String table : OF_TENANTS) {
            String distinct = "select string_agg(distinct tenant_id::text, ',') = ACME from tenancy." + table;
            probes.add(new Probe(SERVICE, IN_ACME, distinct, "t"));
            probes.add(new Probe(OWNER, IN_ACME, distinct, "t"));
        }
        probes.add(new Probe(SERVICE, IN_ACME, "select string_agg(id::text, ',') = ACME from tenancy.tenants", "t"));
        probes.add(new Probe(SERVICE, IN_ACME, "select count(*) from tenancy.users", "0"));
        // An error that a foreign row would raise does not come: the policy runs first.
        probes.add(new Probe(
                SERVICE,
                IN_ACME,
                "select count(*) from tenancy.tenant_configs where (case when tenant_id = GLOBEX then 1 / (length(key) - 6) else 1 end) = 1",
                "1"));
        return probes;
    }

    private static List<Probe> writes() {
        List<Probe> probes = new ArrayList<>();
        FOREIGN_ROWS.forEach((table, row) ->
                probes.add(new Probe(SERVICE, IN_ACME, "insert into tenancy." + table + " " + row, DENIED)));
        String deleteMembers = "delete from tenancy.tenant_users where tenant_id = GLOBEX";
        probes.add(new Probe(SERVICE, IN_ACME, deleteMembers, "0"));
        probes.add(new Probe(SERVICE, IN_ACME, "delete from tenancy.tenant_configs where tenant_id = GLOBEX", "0"));
        probes.add(new Probe(
                SERVICE, IN_ACME, "update tenancy.tenant_users set role = 'admin' where tenant_id = GLOBEX", "0"));
        probes.add(new Probe(
                SERVICE, IN_ACME, "update tenancy.tenant_configs set value = '1' where tenant_id = GLOBEX", "0"));
        probes.add(new Probe(SERVICE, IN_ACME, "update tenancy.tenants set name = 'x' where id = GLOBEX", "0"));
        probes.add(new Probe(SERVICE, IN_ACME, "update tenancy.users set name = 'x' where id = GUS", "0"));
        // A current tenant that is not a membership: the foreign key.
        probes.add(new Probe(
                SERVICE,
                AS_ANA,
                "update tenancy.users set current_tenant_id = GLOBEX where id = ANA",
                "23503:users_current_tenant_fkey"));
        probes.add(new Probe(SERVICE, AS_ANA, "update tenancy.users set current_tenant_id = ACME where id = ANA", "1"));
        probes.add(new Probe(SERVICE, AS_ANA, "update tenancy.users set current_tenant_id = null where id = GUS", "0"));
        probes.add(new Probe(SERVICE, AS_ANA, "update tenancy.tenants set name = 'x'", "0"));
        probes.add(new Probe(SERVICE, AS_ANA, "delete from tenancy.tenant_users", "0"));
        return probes;
    }

    private static List<Probe> contexts() {
        String ownTenants = "select string_agg(id::text, ',') = ACME from tenancy.tenants";
        String inBoth = AS_ANA + ", set_config('tenancy.tenant_id', GLOBEX, true)";
        return List.of(
                new Probe(SERVICE, AS_ANA, ownTenants, "t"),
                new Probe(
                        SERVICE, AS_ANA, "select string_agg(user_id::text, ',') = ANA from tenancy.tenant_users", "t"),
                new Probe(SERVICE, AS_ANA, "select string_agg(id::text, ',') = ANA from tenancy.users", "t"),
                new Probe(SERVICE, AS_ANA, "select count(*) from tenancy.tenant_configs", "0"),
                new Probe(SERVICE, inBoth, "select string_agg(id::text, ',') = GLOBEX from tenancy.tenants", "t"),
                new Probe(SERVICE, inBoth, "select count(*) from tenancy.tenant_users where user_id = ANA", "0"),
                new Probe(SERVICE, SIGNING_IN, "select count(*) from tenancy.user_identities", "1"),
                new Probe(SERVICE, SIGNING_IN, "select string_agg(id::text, ',') = ANA from tenancy.users", "t"),
                new Probe(
                        SERVICE,
                        SIGNING_IN,
                        "insert into tenancy.user_identities values ('https://idp.example', 'x', ANA)",
                        DENIED),
                new Probe(SERVICE, BY_EMAIL, "select string_agg(id::text, ',') = GUS from tenancy.users", "t"),
                new Probe(SERVICE, BY_EMAIL, "update tenancy.users set claimed = true where id = GUS", "1"),
                new Probe(SERVICE, BY_EMAIL, "update tenancy.users set claimed = true where id = ANA", "0"),
                new Probe(
                        SERVICE,
                        "select set_config('tenancy.email', 'new@x.example', true)",
                        "select tenancy.user_for_email('new@x.example', gen_random_uuid(), now()) is not null",
                        "t"),
                new Probe(SERVICE, OPERATOR, "select count(*) from tenancy.tenants", "2"),
                new Probe(SERVICE, OPERATOR, "update tenancy.tenants set name = 'x'", "0"),
                new Probe(
                        SERVICE, OPERATOR, "select string_agg(email, ',') from tenancy.users", "root@platform.example"),
                new Probe(SERVICE, OPERATOR, "select count(*) from tenancy.tenant_users", "0"),
                new Probe(
                        SERVICE, OPERATOR, "insert into tenancy.platform_log " + FOREIGN_ROWS.get("platform_log"), "1"),
                // The trigger that ends a tenant clears it from its members' rows, and from theirs alone.
                new Probe(
                        OWNER,
                        IN_ACME,
                        "update tenancy.users set current_tenant_id = null where current_tenant_id = ACME",
                        "0"),
                new Probe(OWNER, IN_ACME, "select count(*) from tenancy.users", "2"),
                new Probe(OWNER, IN_ACME, "update tenancy.users set current_tenant_id = ACME", "0"));
    }

    private static List<Probe> grants() {
        List<Probe> probes = new ArrayList<>();
        List<String> tables =
                Stream.concat(READABLE.stream(), Stream.of("platform_log")).toList();
        for (String table : tables) {
            probes.add(new Probe(SERVICE, IN_ACME, "truncate tenancy." + table + " cascade", DENIED));
            probes.add(new Probe(
                    SERVICE, IN_ACME, "alter table tenancy." + table + " disable row level security", DENIED));
        }
        for (String table : OF_TENANTS) {
            probes.add(new Probe(SERVICE, IN_ACME, "update tenancy." + table + " set tenant_id = GLOBEX", DENIED));
            // To its own id: no policy minds, the grant does.
            probes.add(new Probe(SERVICE, IN_ACME, "update tenancy." + table + " set tenant_id = ACME", DENIED));
        }
        for (String log : List.of("audit_log", "platform_log")) {
            probes.add(new Probe(SERVICE, IN_ACME, "update tenancy." + log + " set subject = 'x'", DENIED));
            probes.add(new Probe(SERVICE, IN_ACME, "delete from tenancy." + log, DENIED));
        }
        probes.add(new Probe(SERVICE, OPERATOR, "select count(*) from tenancy.platform_log", DENIED));
        probes.add(new Probe(SERVICE, IN_ACME, "update tenancy.tenants set user_count = 0", DENIED));
        probes.add(new Probe(SERVICE, IN_ACME, "update tenancy.tenants set admin_count = 5", DENIED));
        probes.add(new Probe(SERVICE, IN_ACME, "delete from tenancy.tenants", DENIED));
        probes.add(new Probe(SERVICE, AS_ANA, "delete from tenancy.users", DENIED));
        probes.add(
                new Probe(SERVICE, AS_ANA, "update tenancy.users set role = 'platform_admin' where id = ANA", DENIED));
        probes.add(new Probe(SERVICE, IN_ACME, "set role tenancy_owner", DENIED));
        probes.add(new Probe(SERVICE, IN_ACME, "create table tenancy.mine (id int)", DENIED));
        probes.add(new Probe(SERVICE, IN_ACME, "copy tenancy.tenants to program 'cat'", DENIED));
        probes.add(new Probe(SERVICE, "set row_security = off", "select count(*) from tenancy.tenants", DENIED));
        return probes;
    }
}
