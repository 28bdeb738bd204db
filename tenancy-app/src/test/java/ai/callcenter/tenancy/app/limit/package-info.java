/** Where several servers count tenants' requests together, on real stores. */
@NullMarked
package ai.callcenter.tenancy.app.limit;

import org.jspecify.annotations.NullMarked;
