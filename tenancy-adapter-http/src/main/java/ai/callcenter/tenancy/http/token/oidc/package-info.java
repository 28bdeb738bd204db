/**
 * The keys of OpenID Connect providers: found by discovery, kept fresh in the background, each fixed to its algorithms.
 *
 * <p>The package knows nothing of this service's tokens: it answers which key a provider publishes under a name, and
 * whether a signature is that key's.
 */
@NullMarked
package ai.callcenter.tenancy.http.token.oidc;

import org.jspecify.annotations.NullMarked;
