package com.example.recording;

import ai.callcenter.tenancy.jdbc.IsolationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what leaks, and what mends it, in place of a stack trace. Named in META-INF/spring.factories. */
class IsolationFailureAnalyzer extends AbstractFailureAnalyzer<IsolationException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, IsolationException cause) {
        return new FailureAnalysis(cause.getMessage(), "Run the SQL above, from the top, as a role that may.", cause);
    }
}
