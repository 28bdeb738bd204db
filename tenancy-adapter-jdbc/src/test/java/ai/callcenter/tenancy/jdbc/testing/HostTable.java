package ai.callcenter.tenancy.jdbc.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of the host's.
 *
 * @param name with its schema, quoted
 * @param tenant the tenant's column, quoted; null where it has none
 * @param sealed whether its policy asks for a sealed context
 * @param tree it, its partitions and what inherits from it
 * @param rights what the service's login may do: of {@code select}, {@code insert}, {@code update}, {@code delete}
 * @param bounds values that some partition takes, by quoted column
 */
record HostTable(
        long oid,
        String name,
        @Nullable String tenant,
        boolean sealed,
        List<String> tree,
        List<String> rights,
        List<SampleColumn> columns,
        List<ForeignKey> keys,
        Map<String, String> bounds) {

    boolean may(String right) {
        return rights.contains(right);
    }

    SampleColumn column(String quoted) {
        return columns.stream()
                .filter(column -> column.quoted().equals(quoted))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the service's login can aim at one tenant's rows. */
    boolean aims() {
        return tenant != null && column(tenant).readable();
    }
}
