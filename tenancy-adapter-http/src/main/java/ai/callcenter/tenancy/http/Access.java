package ai.callcenter.tenancy.http;

import io.javalin.security.RouteRole;

/** Who may call a route. Each route declares one; one that declares none is refused. */
enum Access implements RouteRole {
    /** Anybody, without a token. */
    ANYBODY,
    /** Whoever brings a token that verifies; what the user may do is for the use case to say. */
    USER
}
