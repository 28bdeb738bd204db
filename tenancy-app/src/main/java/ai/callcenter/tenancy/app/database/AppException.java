package ai.callcenter.tenancy.app.database;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it should. The message is for people: what is wrong, where, what to do. */
public final class AppException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure in one line, or in one line for each fault. */
    public AppException(String message) {
        this(message, null);
    }

    /** A failure, with what is behind it. */
    public AppException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
