@NullMarked
package ai.callcenter.tenancy.http.token.oidc;

import org.jspecify.annotations.NullMarked;
