/** What may be written down: bounded texts, searched texts, JSON as a validated text. */
@NullMarked
package ai.callcenter.tenancy.text;

import org.jspecify.annotations.NullMarked;
