/** Holds the documentation against the program. */
@NullMarked
package ai.callcenter.tenancy.app.docs;

import org.jspecify.annotations.NullMarked;
