/** Keyset pages: a limit, a position, a filter text. */
@NullMarked
package ai.callcenter.tenancy.page;

import org.jspecify.annotations.NullMarked;
