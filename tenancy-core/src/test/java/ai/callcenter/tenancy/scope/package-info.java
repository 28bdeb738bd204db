/** That the tenant follows the work, and stays nowhere. */
@NullMarked
package ai.callcenter.tenancy.scope;

import org.jspecify.annotations.NullMarked;
