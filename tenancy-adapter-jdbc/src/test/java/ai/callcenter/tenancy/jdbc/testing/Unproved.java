package ai.callcenter.tenancy.jdbc.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** What becomes of a test that proves nothing: it fails, unless the host excuses the table. */
final class Unproved {
    private final boolean excused;
    private final String table;

    Unproved(TenantIsolationTests host, HostTable table) {
        this.excused = host.excused().contains(table.name());
        this.table = table.name();
    }

    /** @param why with what to do about it */
    <T> T because(String why) {
        return excused
                ? abort(why)
                : fail("Nothing is proved of " + table + ". " + why
                        + " Or name it in excused(), and trust the catalog.");
    }
}
