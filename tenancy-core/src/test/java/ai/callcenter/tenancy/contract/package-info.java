/**
 * What every store must do, as inherited tests. A store's test extends
 * {@link ai.callcenter.tenancy.contract.StoreContract} and gets all of it; there is nothing to opt into.
 */
@NullMarked
package ai.callcenter.tenancy.contract;

import org.jspecify.annotations.NullMarked;
