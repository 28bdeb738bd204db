package ai.callcenter.tenancy.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value of one user's together with when that user last signed out everywhere, both read in one transaction. It must
 * not be handed on before {@link #signedOutAt} has been judged.
 *
 * @param signedOutAt null for a user who never did
 * @param value what was read
 */
public record Own<T>(@Nullable Instant signedOutAt, T value) {}
