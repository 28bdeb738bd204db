/** For a host's own tests: tenants and people by a line each, a clock to set, and what happened. */
@NullMarked
package ai.callcenter.tenancy.testing;

import org.jspecify.annotations.NullMarked;
