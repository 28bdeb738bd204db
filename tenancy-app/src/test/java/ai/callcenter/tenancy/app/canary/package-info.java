/** Two tenants over one server, each marked, and whether a mark ever shows up where it does not belong. */
@NullMarked
package ai.callcenter.tenancy.app.canary;

import org.jspecify.annotations.NullMarked;
