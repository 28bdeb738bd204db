/** What lets somebody go on acting without proving again who it is, and what ends it. */
@NullMarked
package ai.callcenter.tenancy.session;

import org.jspecify.annotations.NullMarked;
