/** Requests that no well-behaved client sends, made from the OpenAPI document, and what must hold for each answer. */
@NullMarked
package ai.callcenter.tenancy.http.fuzz;

import org.jspecify.annotations.NullMarked;
