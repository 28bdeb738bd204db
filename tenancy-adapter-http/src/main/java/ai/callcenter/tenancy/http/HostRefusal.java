package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.TenancyException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** A refusal of a use case that an application let pass instead of answering it. */
final class HostRefusal {
    private HostRefusal() {}

    /** Answers it; false where it is something else, or where the application has begun to answer. */
    static boolean answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        TenancyException refusal = refusal(thrown);
        if (refusal == null || response.isCommitted() || request.isAsyncStarted()) {
            return false;
        }
        Exchange exchange = Exchange.of(request);
        try {
            response.resetBuffer();
            Answer.of(Failures.problem(refusal, exchange), request.getRequestURI(), exchange)
                    .send(response, exchange);
            return true;
        } catch (IllegalStateException e) {
            // It has written text: the container makes an error of its exception.
            return false;
        }
    }

    /** Frameworks wrap what a handler throws, once. */
    private static @Nullable TenancyException refusal(Exception thrown) {
        if (thrown instanceof TenancyException refusal) {
            return refusal;
        }
        return thrown instanceof ServletException && thrown.getCause() instanceof TenancyException refusal
                ? refusal
                : null;
    }
}
