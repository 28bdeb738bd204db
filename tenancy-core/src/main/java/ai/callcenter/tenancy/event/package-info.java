/** What happens to tenants and members, told to a host: in the same transaction, or after it. */
@NullMarked
package ai.callcenter.tenancy.event;

import org.jspecify.annotations.NullMarked;
