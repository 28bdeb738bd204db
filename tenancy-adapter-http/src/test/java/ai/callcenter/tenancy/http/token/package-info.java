@NullMarked
package ai.callcenter.tenancy.http.token;

import org.jspecify.annotations.NullMarked;
