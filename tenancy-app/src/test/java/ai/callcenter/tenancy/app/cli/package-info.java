@NullMarked
package ai.callcenter.tenancy.app.cli;

import org.jspecify.annotations.NullMarked;
