package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.Access;

/**
 * A value together with what decides whether the caller may see it, both read in one transaction. It must not be handed
 * on before {@link #access} has been judged.
 *
 * @param access what decides
 * @param value what was read
 */
public record Guarded<T>(Access access, T value) {}
