/** What {@code ./tenancy bench} runs: the server measured against the least that a good engineer would write. */
@NullMarked
package ai.callcenter.tenancy.app.bench;

import org.jspecify.annotations.NullMarked;
