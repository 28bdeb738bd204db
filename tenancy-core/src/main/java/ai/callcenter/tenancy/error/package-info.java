/** How a use case refuses: one unchecked exception with a kind and a stable code. */
@NullMarked
package ai.callcenter.tenancy.error;

import org.jspecify.annotations.NullMarked;
