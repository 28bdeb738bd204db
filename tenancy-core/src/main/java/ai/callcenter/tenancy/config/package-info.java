/** Configuration of one tenant: a key and a JSON value. */
@NullMarked
package ai.callcenter.tenancy.config;

import org.jspecify.annotations.NullMarked;
