package ai.callcenter.tenancy.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/** A database does not keep tenants apart; the message names each fault and what mends it. */
public final class IsolationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a list of records of strings
    private final List<Fault> faults;

    IsolationException(List<Fault> faults) {
        super("The database does not keep tenants apart:\n"
                + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, the worst first, and what is worth mending soon. */
    public List<Fault> faults() {
        return faults;
    }
}
