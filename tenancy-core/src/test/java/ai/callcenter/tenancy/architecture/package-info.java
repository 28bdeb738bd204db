/** Which part of the core may use which. */
@NullMarked
package ai.callcenter.tenancy.architecture;

import org.jspecify.annotations.NullMarked;
