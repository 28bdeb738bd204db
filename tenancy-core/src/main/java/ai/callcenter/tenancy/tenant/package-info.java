/** What a tenant is: records and values, valid by construction. */
@NullMarked
package ai.callcenter.tenancy.tenant;

import org.jspecify.annotations.NullMarked;
