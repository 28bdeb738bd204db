/** The API over HTTP, and the tokens it takes and gives. */
@NullMarked
package ai.callcenter.tenancy.http;

import org.jspecify.annotations.NullMarked;
