package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.jdbc.Fault.Severity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything in a database that keeps tenants apart, each thing with the SQL that makes it. What the migrations make is
 * kept in {@code check/expected.tsv}; a test holds that file against them. PostgreSQL 15 to 18 write the same texts.
 *
 * @param things by kind and name, such as {@code policy own_user on tenancy.users}
 */
record Inventory(Map<String, Thing> things) {
    /** The SQL that makes a thing, and the SQL that takes it away. */
    record Thing(String kind, String definition, String removal) {
        /** Whether it gives rights away; other things that nobody expected only take some. */
        boolean gives() {
            return kind.equals("grant") || kind.equals("policy") && !definition.contains(" as restrictive for ");
        }
    }

    /** What is there. */
    static Inventory of(Connection connection) throws SQLException {
        Map<String, Thing> things = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Resources.text("check/inventory.sql"))) {
            while (row.next()) {
                Thing thing = new Thing(row.getString(1), row.getString(3), row.getString(4));
                things.put(row.getString(1) + " " + row.getString(2), thing);
            }
        }
        return new Inventory(things);
    }

    /** What the migrations make. */
    static Inventory expected() {
        Map<String, Thing> things = new TreeMap<>();
        for (String line : Resources.text("check/expected.tsv").lines().toList()) {
            String[] parts = line.split("\t", -1);
            things.put(parts[0] + " " + parts[1], new Thing(parts[0], parts[2].replace("\\n", "\n"), ""));
        }
        return new Inventory(things);
    }

    /** The form that {@link #expected} reads. */
    String text() {
        return things.entrySet().stream()
                .map(each -> String.join(
                        "\t",
                        each.getValue().kind(),
                        each.getKey().substring(each.getValue().kind().length() + 1),
                        each.getValue().definition().replace("\n", "\\n")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** How another inventory falls short of this one, or goes beyond it. */
    List<Fault> compare(Inventory actual) {
        List<Fault> faults = new ArrayList<>();
        things.forEach((name, wanted) -> {
            Thing found = actual.things.get(name);
            if (found == null) {
                faults.add(fault(name, "is missing", wanted.definition()));
            } else if (!found.definition().equals(wanted.definition())) {
                faults.add(fault(name, "is not as the migrations made it" + now(found), mend(found, wanted)));
            }
        });
        actual.things.forEach((name, found) -> {
            if (found.gives() && !things.containsKey(name)) {
                faults.add(fault(name, "gives more than the migrations gave", found.removal() + regrants(found)));
            }
        });
        return faults;
    }

    private static String now(Thing found) {
        return found.kind().equals("function") ? "" : ": " + found.definition();
    }

    private static String mend(Thing found, Thing wanted) {
        return wanted.kind().equals("function") ? wanted.definition() : found.removal() + "; " + wanted.definition();
    }

    /** To revoke a privilege on a table revokes it on the table's columns too. */
    private String regrants(Thing found) {
        String onTable = found.definition().replaceFirst("^grant (\\w+) on ", "grant $1 (*) on ");
        return things.values().stream()
                .map(Thing::definition)
                .filter(definition -> found.kind().equals("grant")
                        && definition.replaceFirst("\\(.*\\)", "(*)").equals(onTable))
                .map(definition -> "; " + definition)
                .collect(Collectors.joining());
    }

    private static Fault fault(String object, String problem, String remedy) {
        return new Fault(Severity.ERROR, object, problem, remedy);
    }
}
