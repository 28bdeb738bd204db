package ai.callcenter.tenancy.http;

import org.jspecify.annotations.Nullable;

/**
 * Whether the service can serve. Asked for {@code GET /health/ready}, once a second at most, so it answers within about
 * two seconds.
 */
@FunctionalInterface
public interface Readiness {
    /**
     * What keeps the service from serving, as one sentence that anybody may read; null when nothing does.
     *
     * @return the fault, or null
     */
    @Nullable
    String fault();
}
