/** The web components and the console, in a real browser. */
@NullMarked
package ai.callcenter.tenancy.app.ui;

import org.jspecify.annotations.NullMarked;
