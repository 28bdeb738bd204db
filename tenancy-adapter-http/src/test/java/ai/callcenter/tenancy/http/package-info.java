/** The contract of the API, which the server keeps over every store. */
@NullMarked
package ai.callcenter.tenancy.http;

import org.jspecify.annotations.NullMarked;
