package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Probe.SERVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For each CHECK and each invariant a write that breaks it, named after the constraint that must refuse it. */
final class ChecksProbes {
    private static final String IN_ACME = "select set_config('tenancy.tenant_id', ACME, true)";
    private static final String AS_ANA = "select set_config('tenancy.user_id', ANA, true)";
    private static final String OPERATOR = "select set_config('tenancy.operator', 'probe', true)";
    private static final String LONG = "repeat('x', 20000)";

    private static final Map<String, String> IN_TENANT = Map.ofEntries(
            Map.entry("tenants_name", "update tenancy.tenants set name = ''"),
            Map.entry("tenants_domain", "update tenancy.tenants set domain = 'Acme.example'"),
            Map.entry("tenants_description", "update tenancy.tenants set description = " + LONG),
            Map.entry("tenants_max_users", "update tenancy.tenants set max_users = 1000001"),
            Map.entry("tenants_seats", "update tenancy.tenants set max_users = 1"),
            Map.entry("tenants_last_admin", "delete from tenancy.tenant_users where user_id = ANA"),
            Map.entry("tenants_status", "update tenancy.tenants set status = 'gone'"),
            Map.entry("tenants_metadata", "update tenancy.tenants set metadata = '[]'"),
            Map.entry("tenant_users_role", "update tenancy.tenant_users set role = 'king' where user_id <> ANA"),
            Map.entry("tenant_configs_key", insertConfig("'Key'", "'1'")),
            Map.entry("tenant_configs_value", insertConfig("'key'", "('\"' || " + LONG + " || '\"')::json")),
            Map.entry(
                    "audit_log_actor_kind",
                    "insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject)"
                            + " values (ACME, now(), gen_random_uuid(), 'ghost', 'x', 'x', 'x')"));

    private ChecksProbes() {}

    private static String insertConfig(String key, String value) {
        return "insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values (ACME, " + key + ", "
                + value + ", now())";
    }

    static List<Probe> all() {
        List<Probe> probes = new ArrayList<>();
        IN_TENANT.forEach((check, write) -> probes.add(new Probe(SERVICE, IN_ACME, write, "23514:" + check)));
        probes.add(new Probe(SERVICE, AS_ANA, "update tenancy.users set name = '' where id = ANA", "23514:users_name"));
        probes.add(new Probe(
                SERVICE,
                "select set_config('tenancy.email', 'Big@x.example', true)",
                "insert into tenancy.users (id, email, created_at) values (gen_random_uuid(), 'Big@x.example', now())",
                "23514:users_email"));
        probes.add(new Probe(
                SERVICE,
                AS_ANA + ", set_config('tenancy.operator', 'probe', true)",
                "update tenancy.users set role = 'king' where id = ANA",
                "23514:users_role"));
        probes.add(new Probe(
                SERVICE,
                OPERATOR,
                "insert into tenancy.platform_log (at, id, actor_kind, actor_name, action, subject)"
                        + " values (now(), gen_random_uuid(), 'ghost', 'x', 'x', 'x')",
                "23514:platform_log_actor_kind"));
        // The triggers: who joins is counted, and the end of a tenant is one.
        probes.add(new Probe(
                SERVICE,
                IN_ACME + "; delete from tenancy.tenant_users where user_id <> ANA",
                "select user_count from tenancy.tenants",
                "1"));
        probes.add(new Probe(
                SERVICE,
                IN_ACME + "; update tenancy.tenants set status = 'deleted'",
                "update tenancy.tenants set status = 'active'",
                "23514:tenants_not_deleted"));
        return probes;
    }
}
