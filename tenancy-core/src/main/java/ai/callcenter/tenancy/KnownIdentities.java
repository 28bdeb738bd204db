package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which user an identity is, remembered for the {@value #MOST} most recent ones: an identity never moves to another
 * user, so this cannot go stale, and it saves a round trip on each request. What a user may do is never remembered.
 */
final class KnownIdentities {
    private static final int MOST = 10_000;

    private record Key(String issuer, String subject) {}

    private final Map<Key, UserId> users = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, UserId> eldest) {
            return size() > MOST;
        }
    };

    synchronized @Nullable UserId get(Identity identity) {
        return users.get(new Key(identity.issuer(), identity.subject()));
    }

    synchronized void put(Identity identity, UserId user) {
        users.put(new Key(identity.issuer(), identity.subject()), user);
    }
}
