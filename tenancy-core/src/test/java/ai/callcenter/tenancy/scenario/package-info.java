/** One narrated walk through the product, to be read first. It runs on every store. */
@NullMarked
package ai.callcenter.tenancy.scenario;

import org.jspecify.annotations.NullMarked;
