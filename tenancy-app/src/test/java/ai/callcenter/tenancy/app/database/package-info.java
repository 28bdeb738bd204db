@NullMarked
package ai.callcenter.tenancy.app.database;

import org.jspecify.annotations.NullMarked;
