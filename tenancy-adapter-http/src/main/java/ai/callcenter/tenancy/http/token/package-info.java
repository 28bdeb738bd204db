/**
 * Bearer tokens: JSON Web Tokens (RFC 7519) in JWS compact serialization, verified and issued.
 *
 * <p>Signatures are java-jwt's; everything that it is lenient about (RFC 8725 names most of it) is decided here, on one
 * strict reading of the token. The package knows nothing of tenants, members or HTTP: an id is a
 * {@link java.util.UUID}, a role is a string.
 */
@NullMarked
package ai.callcenter.tenancy.http.token;

import org.jspecify.annotations.NullMarked;
