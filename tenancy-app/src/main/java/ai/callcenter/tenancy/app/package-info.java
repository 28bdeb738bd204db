/** The server and its command line. */
@NullMarked
package ai.callcenter.tenancy.app;

import org.jspecify.annotations.NullMarked;
