package ai.callcenter.tenancy.event;

/**
 * Is told of each event inside the transaction that makes it, after the change and before the commit. What it throws
 * rolls all of it back, the line of the trail included; to refuse, throw {@code TenancyException.refused("why")}.
 *
 * <p>A transaction that lost to another one is run again, and the listener is then told again of an event with another
 * id; so it has no effect but by throwing. It runs on the caller's thread, holds the tenant against other writers
 * meanwhile, and can neither read from the store nor open another unit.
 */
@FunctionalInterface
public interface TenancyListener {
    /** Looks at an event, and throws to refuse it. */
    void on(TenancyEvent event);
}
