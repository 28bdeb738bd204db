/**
 * A store that keeps everything in memory, for tests and tries. It passes the same contract as every other store and is
 * never kinder: the same limits, the same uniqueness, the same orders.
 */
@NullMarked
package ai.callcenter.tenancy.memory;

import org.jspecify.annotations.NullMarked;
