/** For a host's own tests: tokens without an identity provider, good ones and bad ones. */
@NullMarked
package ai.callcenter.tenancy.http.testing;

import org.jspecify.annotations.NullMarked;
