/** The server behind a real Keycloak, which the Maven profile {@code with-keycloak} fetches. */
@NullMarked
package ai.callcenter.tenancy.app.keycloak;

import org.jspecify.annotations.NullMarked;
