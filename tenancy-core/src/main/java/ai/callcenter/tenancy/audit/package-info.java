/** The trail: who did what, when, before and after. */
@NullMarked
package ai.callcenter.tenancy.audit;

import org.jspecify.annotations.NullMarked;
