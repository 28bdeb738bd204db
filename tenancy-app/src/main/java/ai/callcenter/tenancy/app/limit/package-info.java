/** Where several servers count tenants' requests together. */
@NullMarked
package ai.callcenter.tenancy.app.limit;

import org.jspecify.annotations.NullMarked;
