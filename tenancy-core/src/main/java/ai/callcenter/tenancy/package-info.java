/** Multi-tenancy for call-center services: who belongs to which tenant, and what they may do there. */
@NullMarked
package ai.callcenter.tenancy;

import org.jspecify.annotations.NullMarked;
