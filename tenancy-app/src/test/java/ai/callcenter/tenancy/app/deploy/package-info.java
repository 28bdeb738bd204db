/** The files in {@code src/deploy}, held to what they are for. */
@NullMarked
package ai.callcenter.tenancy.app.deploy;

import org.jspecify.annotations.NullMarked;
