package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request's JSON object. Each is asked for by name; what is wrong is gathered, and {@link #check} names
 * all of it at once, fields that nobody asked for included. What was read is worth something only after that.
 */
final class Fields {
    /** Enough to be helpful, and an answer that stays short. */
    private static final int MAX_ERRORS = 20;

    private final Map<String, JsonMember> members;
    private final Set<String> known = new HashSet<>();
    private final List<InputError> errors = new ArrayList<>();

    Fields(Map<String, JsonMember> members) {
        this.members = members;
    }

    /** A field that must be there. */
    @SuppressWarnings("NullAway") // null only together with an error, and then check() throws
    <T> T required(String name, JsonType<T> type) {
        JsonMember member = member(name);
        if (member == null) {
            wrong(name, "is required");
            return null;
        }
        return read(name, member, type);
    }

    /** A field that may be absent, and may not be null. */
    <T> @Nullable T optional(String name, JsonType<T> type) {
        JsonMember member = member(name);
        return member == null ? null : read(name, member, type);
    }

    /** A field that may be absent or null, which means the same. */
    <T> @Nullable T nullable(String name, JsonType<T> type) {
        JsonMember member = member(name);
        return member == null || member.isNull() ? null : read(name, member, type);
    }

    /** A field of a patch that cannot be cleared. */
    <T> Change<T> change(String name, JsonType<T> type) {
        JsonMember member = member(name);
        if (member == null) {
            return Change.keep();
        }
        T value = read(name, member, type);
        return value == null ? Change.keep() : Change.to(value);
    }

    /** A field of a patch that null clears. */
    <T> Change<@Nullable T> clearable(String name, JsonType<T> type) {
        JsonMember member = member(name);
        if (member == null) {
            return Change.keep();
        }
        return Change.<@Nullable T>to(member.isNull() ? null : read(name, member, type));
    }

    /** A field as it was written; null when absent. */
    @Nullable
    JsonMember member(String name) {
        known.add(name);
        return members.get(name);
    }

    private <T> @Nullable T read(String name, JsonMember member, JsonType<T> type) {
        try {
            return type.from(member);
        } catch (TenancyException e) {
            wrong(name, e.detail());
            return null;
        }
    }

    private void wrong(String name, String message) {
        errors.add(InputError.at(InputError.pointer("", name), message));
    }

    /** Refuses the request if anything is wrong with it. */
    void check() {
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                wrong(name, "there is no such field here");
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal(Problem.invalid(errors.subList(0, Math.min(errors.size(), MAX_ERRORS))));
        }
    }
}
