/** The store on PostgreSQL. */
@NullMarked
package ai.callcenter.tenancy.jdbc;

import org.jspecify.annotations.NullMarked;
