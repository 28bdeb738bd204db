/** For a host's own tests: that its tables keep tenants apart, whichever there are. */
@NullMarked
package ai.callcenter.tenancy.jdbc.testing;

import org.jspecify.annotations.NullMarked;
