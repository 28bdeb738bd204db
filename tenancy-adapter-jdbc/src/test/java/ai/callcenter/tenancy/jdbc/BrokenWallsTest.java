package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.jdbc.Breaks.Break;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each wall is taken away once, on a database of its own, and then at least one probe and the check must see it. The
 * walls come from the catalog, so one that is new and has no probe fails this test; and so does a probe that stands
 * whatever is broken.
 */
class BrokenWallsTest {
    private final Set<String> standing =
            new HashSet<>(Probes.ALL.stream().map(SqlCase::title).toList());

    @TestFactory
    Stream<DynamicTest> walls() throws SQLException {
        TestPostgres sound = Probes.peopled();
        List<Break> breaks;
        try (Connection superuser = sound.superuser()) {
            breaks = Breaks.of(superuser);
        }
        return Stream.concat(
                breaks.stream().map(wall -> DynamicTest.dynamicTest(wall.name(), () -> isMissed(sound, wall))),
                Stream.of(DynamicTest.dynamicTest(
                        "no probe stands whatever is broken",
                        () -> assertThat(standing).isEmpty())));
    }

    private void isMissed(TestPostgres sound, Break wall) throws SQLException {
        TestPostgres broken = sound.copy();
        try (Connection superuser = broken.superuser();
                Probes probes = new Probes(broken);
                Connection service = broken.service()) {
            TestPostgres.execute(superuser, wall.sql());
            try {
                Set<String> failures = probes.failures(wall.near(Probes.ALL));
                if (failures.isEmpty()) {
                    failures = probes.failures(Probes.ALL);
                }
                standing.removeAll(failures);
                assertThat(failures).as("probes that fail: %s", wall.name()).isNotEmpty();
                assertThat(IsolationCheck.run(service))
                        .as("what the check says: %s", wall.name())
                        .isNotEmpty();
            } finally {
                TestPostgres.execute(superuser, wall.undo());
            }
        } finally {
            broken.drop();
        }
    }
}
