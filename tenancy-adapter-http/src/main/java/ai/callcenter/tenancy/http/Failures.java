package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.ErrorKind;
import ai.callcenter.tenancy.error.TenancyException;
import java.lang.System.Logger.Level;

/** From whatever was thrown to the problem that the client may see. */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    static Problem problem(Throwable thrown, Exchange exchange) {
        return switch (thrown) {
            case Refusal refusal -> refusal.problem();
            case TenancyException refusal -> {
                if (refusal.code().kind() == ErrorKind.UNAVAILABLE) {
                    LOG.log(Level.WARNING, "request " + exchange.requestId() + ": " + refusal, refusal.getCause());
                }
                yield Problem.of(refusal);
            }
            default -> {
                LOG.log(Level.ERROR, "request " + exchange.requestId() + " failed", thrown);
                yield Problem.internal();
            }
        };
    }
}
