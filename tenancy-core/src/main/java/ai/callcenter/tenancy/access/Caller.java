package ai.callcenter.tenancy.access;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** On whose behalf a use case runs. Always an argument, never ambient: a thread hop cannot lose it. */
public sealed interface Caller {
    /** The request that this call serves, for the audit trail; null where there is none. */
    @Nullable
    String requestId();

    /** A signed-in user who acts in no tenant yet; see {@link User#in}. */
    static User user(UserId id) {
        return new User(id, null, null, null, null);
    }

    /**
     * The application itself, which may do everything; the reason is recorded with every write.
     *
     * @throws TenancyException {@code invalid_input} when the reason is blank or longer than 200 characters
     */
    static Host host(String reason) {
        return new Host(reason, null);
    }

    /**
     * A signed-in user. What the user may do is read from the store on every call.
     *
     * @param id the user
     * @param tenant the one tenant that the user acts in
     * @param requestId the request served
     * @param authenticatedAt when the user proved who it is: if the user has signed out everywhere since, the call is
     *     refused. Null where the application vouches for the user
     * @param endsAt until when the user may go on from tenant to tenant on that proof, as {@code Switched} told it;
     *     null where that is not known
     */
    record User(
            UserId id,
            @Nullable TenantId tenant,
            @Nullable String requestId,
            @Nullable Instant authenticatedAt,
            @Nullable Instant endsAt)
            implements Caller {
        /** Keeps the microseconds that stores keep too. */
        public User {
            authenticatedAt = authenticatedAt == null ? null : authenticatedAt.truncatedTo(ChronoUnit.MICROS);
            endsAt = endsAt == null ? null : endsAt.truncatedTo(ChronoUnit.MICROS);
        }

        /** The same user acting in a tenant. */
        public User in(TenantId acting) {
            return new User(id, acting, requestId, authenticatedAt, endsAt);
        }

        /** The same user, serving a request. */
        public User during(String request) {
            return new User(id, tenant, request, authenticatedAt, endsAt);
        }

        /** The same user, who proved at some time who it is. */
        public User since(Instant authenticated) {
            return new User(id, tenant, requestId, authenticated, endsAt);
        }

        /** The same user, who has to prove that again at some time. */
        public User until(Instant end) {
            return new User(id, tenant, requestId, authenticatedAt, end);
        }
    }

    /**
     * The application itself.
     *
     * @param reason why it acts, such as {@code onboarding-job}
     * @param requestId the request served
     */
    record Host(String reason, @Nullable String requestId) implements Caller {
        /** Refuses a blank reason. */
        public Host {
            reason = Text.of("a host caller's reason", reason, 200, false);
        }

        /** The same caller, serving a request. */
        public Host during(String request) {
            return new Host(reason, request);
        }
    }
}
