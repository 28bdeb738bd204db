/** The server as a whole: what is wired to what, how it starts and how it stops. */
@NullMarked
package ai.callcenter.tenancy.app.server;

import org.jspecify.annotations.NullMarked;
