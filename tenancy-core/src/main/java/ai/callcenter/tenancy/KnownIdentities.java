package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.UserId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which user an identity is, remembered for the {@value #MOST} most recent ones: it saves a round trip on each request.
 * An identity never moves to another user, but an operator may delete one that is in the wrong hands, and that must not
 * wait for a restart: so each is forgotten {@value #MILLIS} milliseconds after it was read, however much it is used.
 * What a user may do is never remembered.
 */
final class KnownIdentities {
    private static final int MOST = 10_000;
    private static final long MILLIS = 60_000;

    private record Key(String issuer, String subject) {}

    private record Known(UserId user, long since) {}

    private final Clock clock;
    private final Map<Key, Known> users = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > MOST;
        }
    };

    KnownIdentities(Clock clock) {
        this.clock = clock;
    }

    synchronized @Nullable UserId get(Identity identity) {
        Known known = users.get(new Key(identity.issuer(), identity.subject()));
        if (known == null) {
            return null;
        }
        long age = clock.millis() - known.since();
        // Negative where the clock was set back since: read again, rather than kept for that much longer.
        return age >= 0 && age < MILLIS ? known.user() : null;
    }

    synchronized void put(Identity identity, UserId user) {
        users.put(new Key(identity.issuer(), identity.subject()), new Known(user, clock.millis()));
    }
}
