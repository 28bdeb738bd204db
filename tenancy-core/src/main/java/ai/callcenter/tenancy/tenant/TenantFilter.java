package ai.callcenter.tenancy.tenant;

import ai.callcenter.tenancy.text.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants a list shows, ordered by {@link TenantName#key()} in code point order, then by id.
 *
 * @param text part of the name or of the domain; null for all
 * @param status the status; null for all
 */
public record TenantFilter(
        @Nullable SearchText text, @Nullable TenantStatus status) {
    /** Every tenant. */
    public static final TenantFilter ALL = new TenantFilter(null, null);
}
