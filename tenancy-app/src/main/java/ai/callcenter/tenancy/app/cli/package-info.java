/** The command line; each subcommand is a class of its own. */
@NullMarked
package ai.callcenter.tenancy.app.cli;

import org.jspecify.annotations.NullMarked;
