package ai.callcenter.tenancy.tenant;

import org.jspecify.annotations.Nullable;

/**
 * What a tenant is made from.
 *
 * @param name what people call it
 * @param domain its host name, if any
 * @param description a text about it, if any
 * @param metadata what the application keeps about it
 * @param maxUsers its seats, which only an operator may choose; null for the default
 * @param id its id, which only an operator or a host may choose, for rows that carry it already; null for a new one
 */
public record NewTenant(
        TenantName name,
        @Nullable Domain domain,
        @Nullable Description description,
        Metadata metadata,
        @Nullable SeatLimit maxUsers,
        @Nullable TenantId id) {

    /** A tenant with a name and nothing else. */
    public static NewTenant named(String name) {
        return new NewTenant(new TenantName(name), null, null, Metadata.NONE, null, null);
    }

    /** The same with a domain. */
    public NewTenant withDomain(String to) {
        return new NewTenant(name, new Domain(to), description, metadata, maxUsers, id);
    }

    /** The same with a seat limit, which only an operator may choose. */
    public NewTenant withMaxUsers(int to) {
        return new NewTenant(name, domain, description, metadata, new SeatLimit(to), id);
    }

    /** The same with an id that is known beforehand, which only an operator or a host may choose. */
    public NewTenant withId(TenantId to) {
        return new NewTenant(name, domain, description, metadata, maxUsers, to);
    }
}
