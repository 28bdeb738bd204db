/** What the server is told by environment variables and a properties file; every setting is declared in one table. */
@NullMarked
package ai.callcenter.tenancy.app.config;

import org.jspecify.annotations.NullMarked;
