package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What is noted about one request and its answer, for the request log and the metrics. */
final class Exchange {
    /** The request attribute that holds it. */
    static final String ATTRIBUTE = "ai.callcenter.tenancy.http.exchange";

    private static final int MAX_ID = 64;

    private final String requestId;
    private @Nullable String route;
    private @Nullable TenantId tenant;
    private @Nullable UserId user;
    private @Nullable String problem;
    private @Nullable RateLimitFields limit;
    private @Nullable Taken taken;

    /** @param given the request's {@code X-Request-Id}, taken when it is well formed */
    Exchange(@Nullable String given) {
        this.requestId = given != null && isWellFormed(given) ? given : made();
    }

    /** What is noted about a request that may not have reached a route. */
    static Exchange of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange known) {
            return known;
        }
        Exchange made = new Exchange(request.getHeader("X-Request-Id"));
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    /** 1 to 64 of {@code A-Z a-z 0-9 . _ -}: safe in a header, a log line and a URL. */
    private static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > MAX_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '_'
                    || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /** Unique, not secret. */
    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    String requestId() {
        return requestId;
    }

    /** The template of the path, such as {@code /api/v1/tenants/{id}}. */
    @Nullable
    String route() {
        return route;
    }

    void route(String to) {
        this.route = to;
    }

    @Nullable
    TenantId tenant() {
        return tenant;
    }

    void tenant(@Nullable TenantId to) {
        this.tenant = to;
    }

    @Nullable
    UserId user() {
        return user;
    }

    void user(UserId to) {
        this.user = to;
    }

    /** The code of the problem that is answered. */
    @Nullable
    String problem() {
        return problem;
    }

    void problem(String code) {
        this.problem = code;
    }

    /** Which limit the request was counted against, and what came of it; the last one is told. */
    void rateLimit(RateLimitFields fields, Taken outcome) {
        this.limit = fields;
        this.taken = outcome;
    }

    /** Tells the client of its limit, if there is one. */
    void writeRateLimit(HttpServletResponse response) {
        if (limit != null && taken != null) {
            limit.write(taken, response);
        }
    }
}
