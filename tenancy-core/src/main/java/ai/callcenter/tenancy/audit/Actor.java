package ai.callcenter.tenancy.audit;

import ai.callcenter.tenancy.access.UserId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as it stood then.
 *
 * @param kind in which capacity
 * @param user the user; null for the application itself
 * @param name the user's e-mail, or the application's reason
 */
public record Actor(Kind kind, @Nullable UserId user, String name) {
    /** In which capacity somebody acts. */
    public enum Kind {
        /** A user for himself or as a member. */
        USER,
        /** A platform admin as such. */
        OPERATOR,
        /** The application itself. */
        HOST;

        /** The name on the wire and in the store. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
