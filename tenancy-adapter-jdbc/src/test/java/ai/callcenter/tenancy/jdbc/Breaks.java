package ai.callcenter.tenancy.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to take a wall away, one at a time. */
final class Breaks {
    private static final String CONDITIONS = """
            select p.polname || ' on ' || p.polrelid::regclass, place, condition
              from pg_policy p,
                   lateral (values ('using', pg_get_expr(p.polqual, p.polrelid)),
                                   ('with check', pg_get_expr(p.polwithcheck, p.polrelid))) as conditions (place, condition)
             where condition is not null""";

    /** They save work where they do not hold; without them no more rows are seen. */
    private static final List<String> FOR_SPEED = List.of(
            "own_tenants on tenancy.tenants using without (( SELECT tenancy.current_tenant() AS current_tenant) IS NULL)",
            "identified_user on tenancy.users using without (( SELECT tenancy.current_issuer() AS current_issuer) IS NOT"
                    + " NULL)");

    private static final Pattern NAME = Pattern.compile("tenancy\\.\\w+");

    private Breaks() {}

    /** @param undo what mends it, where the database's end does not */
    record Break(String name, String sql, String undo) {
        Break(String name, String sql) {
            this(name, sql, "select 1");
        }

        /** Those that name the same table or function: the likeliest to see it. */
        List<SqlCase> near(List<SqlCase> probes) {
            Matcher named = NAME.matcher(sql);
            String object = named.find() ? named.group() + "\\b" : "";
            Pattern pattern = Pattern.compile(object);
            return probes.stream()
                    .filter(probe -> pattern.matcher(probe.sql()).find())
                    .toList();
        }
    }

    static List<Break> of(Connection superuser) throws SQLException {
        List<Break> breaks = new ArrayList<>();
        try (Statement statement = superuser.createStatement()) {
            try (ResultSet row = statement.executeQuery(Resources.text("breaks.sql"))) {
                while (row.next()) {
                    breaks.add(new Break(row.getString(1), row.getString(2)));
                }
            }
            try (ResultSet row = statement.executeQuery(CONDITIONS)) {
                while (row.next()) {
                    breaks.addAll(weakened(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        String role = "alter role " + TestPostgres.SERVICE;
        breaks.add(new Break("the service is a superuser", role + " superuser", role + " nosuperuser"));
        breaks.add(new Break("the service has BYPASSRLS", role + " bypassrls", role + " nobypassrls"));
        String toService = " to " + TestPostgres.SERVICE;
        String fromService = " from " + TestPostgres.SERVICE;
        breaks.add(new Break(
                "the service may become the owner",
                "grant tenancy_owner" + toService,
                "revoke tenancy_owner" + fromService));
        breaks.removeIf(each -> FOR_SPEED.contains(each.name()));
        return breaks;
    }

    /** A policy whose conditions are all asked but one. */
    private static List<Break> weakened(String policy, String place, String condition) {
        List<String> parts = conjuncts(condition.substring(1, condition.length() - 1));
        List<Break> breaks = new ArrayList<>();
        for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
            List<String> others = new ArrayList<>(parts);
            String left = others.remove(i);
            breaks.add(new Break(
                    policy + " " + place + " without " + left.replaceAll("\\s+", " "),
                    "alter policy " + policy + " " + place + " (" + String.join(" and ", others) + ")"));
        }
        return breaks;
    }

    private static List<String> conjuncts(String condition) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < condition.length(); i++) {
            depth += condition.charAt(i) == '(' ? 1 : condition.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && condition.startsWith(" AND ", i)) {
                parts.add(condition.substring(start, i));
                start = i + " AND ".length();
            }
        }
        parts.add(condition.substring(start));
        return parts;
    }
}
