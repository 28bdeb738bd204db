/** The OpenAPI document as tests read it, and what holds it and the server together. */
@org.jspecify.annotations.NullMarked
package ai.callcenter.tenancy.http.openapi;
