package ai.callcenter.tenancy.http.token.oidc;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that a provider published at one time. Fixed; the next ones are another set. */
public final class KeySet {
    /** Before the first ones have arrived. */
    static final KeySet NONE = new KeySet(Set.of());

    private final Set<ProviderKey> keys;
    private final Map<String, List<ProviderKey>> byId;

    KeySet(Set<ProviderKey> keys) {
        this.keys = Set.copyOf(keys);
        this.byId = Map.copyOf(keys.stream()
                .filter(key -> key.id() != null)
                .collect(groupingBy(key -> Objects.requireNonNull(key.id()))));
    }

    /**
     * The keys with this {@code kid}: mostly one, or none. More where a provider publishes one key for several
     * algorithms. Where a token names none, the only key there is.
     */
    public List<ProviderKey> named(@Nullable String kid) {
        if (kid == null) {
            return keys.size() == 1 ? List.copyOf(keys) : List.of();
        }
        return byId.getOrDefault(kid, List.of());
    }

    /** Whether this key is still one of them. */
    public boolean has(ProviderKey key) {
        return keys.contains(key);
    }

    boolean hasSameKeysAs(KeySet other) {
        return keys.equals(other.keys);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }
}
