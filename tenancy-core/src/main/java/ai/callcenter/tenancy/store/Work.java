package ai.callcenter.tenancy.store;

/**
 * What runs inside one unit. It may run several times, when the store had to give up a transaction to a deadlock or a
 * conflict, so it has no effect but on the unit.
 *
 * @param <U> the unit
 * @param <R> what comes out
 * @param <X> what the work may throw; the unit then rolls back
 */
@FunctionalInterface
public interface Work<U, R, X extends Exception> {
    /** Does the work. */
    R in(U unit) throws X;
}
