package ai.callcenter.tenancy.jdbc;

/**
 * One thing that {@link IsolationCheck} found wrong.
 *
 * @param severity whether a server may serve all the same
 * @param object what is wrong, such as {@code table tenancy.users} or {@code role app}
 * @param problem what about it
 * @param remedy what mends it: SQL for somebody who may run it, or, where there is none, what to do
 */
public record Fault(Severity severity, String object, String problem, String remedy) {
    /** How much a fault matters. */
    public enum Severity {
        /** Tenants are not kept apart, or writes would fail: a server must not serve. */
        ERROR,
        /** Worth mending soon; a server may serve. */
        WARNING
    }

    /** Whether a server must not serve. */
    public boolean stops() {
        return severity == Severity.ERROR;
    }

    /** Two lines for a person: what is wrong, and what mends it. */
    @Override
    public String toString() {
        return (stops() ? "" : "warning: ") + object + ": " + problem + "\n    " + remedy;
    }
}
