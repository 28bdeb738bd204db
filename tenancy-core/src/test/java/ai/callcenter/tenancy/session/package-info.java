@NullMarked
package ai.callcenter.tenancy.session;

import org.jspecify.annotations.NullMarked;
