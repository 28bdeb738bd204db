@NullMarked
package ai.callcenter.tenancy.app.server;

import org.jspecify.annotations.NullMarked;
