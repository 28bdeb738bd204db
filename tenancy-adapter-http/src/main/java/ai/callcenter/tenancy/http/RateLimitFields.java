package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;

/**
 * A limit as answers tell it: {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-10),
 * and {@code Retry-After} (RFC 9110 section 10.2.3) with a refusal.
 */
final class RateLimitFields {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final RateLimit limit;
    private final String policy;
    private final String remaining;

    /** @param name the policy's name: {@code tenant} or {@code address} */
    RateLimitFields(String name, RateLimit limit) {
        this.limit = limit;
        this.policy =
                "\"%s\";q=%d;w=%d".formatted(name, limit.requests(), limit.per().getSeconds());
        this.remaining = "\"" + name + "\";r=";
    }

    RateLimit limit() {
        return limit;
    }

    void write(Taken taken, HttpServletResponse response) {
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", remaining + taken.remaining() + ";t=" + seconds(taken.fullNanos()));
    }

    Problem problem(Taken taken) {
        long wait = Math.max(1, seconds(taken.retryNanos()));
        String detail = "Too many requests; at most " + limit.requests() + " in "
                + limit.per().getSeconds() + " seconds are taken. Try again in " + wait
                + (wait == 1 ? " second." : " seconds.");
        return new Problem(429, "rate_limited", detail, List.of(), Map.of("Retry-After", Long.toString(wait)));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, NANOS_PER_SECOND);
    }
}
