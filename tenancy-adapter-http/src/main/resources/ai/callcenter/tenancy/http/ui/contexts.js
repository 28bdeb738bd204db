import { createContext } from '@lit/context';

/**
 * The contexts that `<tenancy-provider>` gives to what is inside of it, by the community context protocol. The keys are
 * registered symbols, so a consumer of any other library asks for `Symbol.for('tenancy.tenant')`.
 */

/** The tenant: `{ tenant, role, tenants, moreTenants, loading, error, loadTenant() }`. */
export const tenantContext = createContext(Symbol.for('tenancy.tenant'));

/** What can be done: `{ user, userTenants, currentTenantId, switchTenant(), createTenant(), addTenantMember(), … }`. */
export const managementContext = createContext(Symbol.for('tenancy.management'));

/** The API service, a `TenancyApi`. */
export const apiContext = createContext(Symbol.for('tenancy.api'));
