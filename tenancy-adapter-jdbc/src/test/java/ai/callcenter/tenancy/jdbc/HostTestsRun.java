package ai.callcenter.tenancy.jdbc;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of a host's as JUnit does. */
final class HostTestsRun implements TestExecutionListener {
    private final Map<String, String> results = new TreeMap<>();
    private @Nullable TestPlan plan;

    private HostTestsRun() {}

    /** How each went, by what it is in and its name: {@code SUCCESSFUL}, or another status and what was thrown. */
    static Map<String, String> of(Class<?> tests) {
        HostTestsRun run = new HostTestsRun();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(tests))
                                .build(),
                        run);
        return run.results;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (test.isTest() || !passed) {
            String parent = Objects.requireNonNull(plan)
                    .getParent(test)
                    .map(TestIdentifier::getDisplayName)
                    .orElse("");
            results.put(
                    parent + ": " + test.getDisplayName(),
                    result.getStatus()
                            + result.getThrowable()
                                    .map(e -> " " + e.getMessage())
                                    .orElse(""));
        }
    }
}
