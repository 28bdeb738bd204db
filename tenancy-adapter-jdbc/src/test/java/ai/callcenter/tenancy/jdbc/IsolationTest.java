package ai.callcenter.tenancy.jdbc;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Isolation by its negatives: what the schema alone holds against, as the logins of production. */
class IsolationTest {
    @TestFactory
    Stream<DynamicTest> holds() {
        Scene scene = Scene.create();
        return Probes.all().stream().map(probe -> DynamicTest.dynamicTest(probe.toString(), () -> probe.run(scene)));
    }
}
