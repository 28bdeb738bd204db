package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where each request is noted once it is answered, those that Jetty answers by itself included. */
@FunctionalInterface
public interface RequestLog {
    /** Keeps no note. */
    RequestLog NONE = entry -> {};

    /** Notes one request; called on the request's thread, so it must not block. */
    void note(Entry entry);

    /**
     * One request: no token, e-mail, query or path as it was sent.
     *
     * @param time when it arrived
     * @param id the request id
     * @param method the method, {@code OTHER} for one that the API does not know
     * @param route the template of the path, {@code /api/v1/tenants/{id}}; null where no route was called
     * @param status the status of the answer
     * @param millis how long it took, in milliseconds
     * @param tenant the tenant that the path names or else the caller acts in, if any
     * @param user the caller, if known
     */
    record Entry(
            Instant time,
            String id,
            String method,
            @Nullable String route,
            int status,
            double millis,
            @Nullable TenantId tenant,
            @Nullable UserId user) {}
}
