/**
 * The PostgreSQL that the standalone server brings along: unpacked from the class path, run as a child process, started
 * again when it dies. Entry: {@link ai.callcenter.tenancy.app.postgres.EmbeddedPostgres}.
 */
@NullMarked
package ai.callcenter.tenancy.app.postgres;

import org.jspecify.annotations.NullMarked;
