/**
 * Every component, and what they are made of:
 *
 *   <script type="module" src="https://tenancy.example/ui/tenancy.js"></script>
 *
 * The provider comes first: what is inside of it asks for its contexts as soon as it is defined.
 */
export { TenancyProvider } from './tenancy-provider.js';
export { TenantSwitcher } from './tenant-switcher.js';
export { TenantInfo } from './tenant-info.js';
export { TenantMembers } from './tenant-members.js';
export { TenancyApi, TenancyError } from './tenancy-api.js';
export { TenantSession } from './tenant-session.js';
export { apiContext, managementContext, tenantContext } from './contexts.js';
