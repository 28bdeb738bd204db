package ai.callcenter.tenancy.app.postgres;

/**
 * The PostgreSQL that the server brings along cannot be started. The message says what is wrong, where, and what to do;
 * it may span several lines when it quotes PostgreSQL's log.
 */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
