/** Opens what the server keeps its data in, and brings it up to date. */
@NullMarked
package ai.callcenter.tenancy.app.database;

import org.jspecify.annotations.NullMarked;
