/** Who is calling and what they may do: users, identities, callers, roles, permissions. */
@NullMarked
package ai.callcenter.tenancy.access;

import org.jspecify.annotations.NullMarked;
