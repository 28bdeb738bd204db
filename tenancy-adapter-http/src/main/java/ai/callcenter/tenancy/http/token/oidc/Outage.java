package ai.callcenter.tenancy.http.token.oidc;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/** Tells of a provider's failures: of each kind once, until it answers again. For one thread. */
final class Outage {
    private final String issuer;
    private final System.Logger log;
    private final Set<String> told = new HashSet<>();

    Outage(String issuer, System.Logger log) {
        this.issuer = issuer;
        this.log = log;
    }

    void report(String reason) {
        if (told.add(reason)) {
            log.log(
                    Level.WARNING,
                    "The keys of {0} cannot be had: {1}. Keys known so far go on; tokens under others are refused"
                            + " (401) until it answers.",
                    issuer,
                    reason);
        }
    }

    void end() {
        if (!told.isEmpty()) {
            told.clear();
            log.log(Level.WARNING, "The keys of {0} can be had again.", issuer);
        }
    }
}
