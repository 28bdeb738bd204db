/** An ambient tenant, for hosts that want one. Theirs alone: nothing else in the core uses this package. */
@NullMarked
package ai.callcenter.tenancy.scope;

import org.jspecify.annotations.NullMarked;
