package ai.callcenter.tenancy.event;

/**
 * An event on its way to a subscription.
 *
 * @param position its place; of two in a tenant, the higher one was committed later
 * @param failures how often it was tried in vain
 * @param event the event
 */
public record Delivery(long position, int failures, TenancyEvent event) {}
