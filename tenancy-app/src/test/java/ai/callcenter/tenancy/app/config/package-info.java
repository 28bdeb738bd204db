@NullMarked
package ai.callcenter.tenancy.app.config;

import org.jspecify.annotations.NullMarked;
