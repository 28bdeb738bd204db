/** Who belongs to which tenant, and in which role. */
@NullMarked
package ai.callcenter.tenancy.member;

import org.jspecify.annotations.NullMarked;
