/** Types of `tenancy.js`: the elements, by their names. */
import type { Session } from './tenancy-api.js';
import type { TenantSession } from './tenant-session.js';

export * from './tenancy-api.js';
export * from './tenant-session.js';

export class TenancyProvider extends HTMLElement {
  baseUrl: string;
  token: string | null;
  /** In place of `token`: a whole session that was kept. */
  credentials: Partial<Session> | null;
  tenant: string | null;
  refresh: boolean;
  readonly session: TenantSession | null;
}

export class TenantSwitcher extends HTMLElement {}
export class TenantInfo extends HTMLElement {}
export class TenantMembers extends HTMLElement {}

/** Keys of the community context protocol. */
export const apiContext: unique symbol;
export const managementContext: unique symbol;
export const tenantContext: unique symbol;

declare global {
  interface HTMLElementTagNameMap {
    'tenancy-provider': TenancyProvider;
    'tenant-switcher': TenantSwitcher;
    'tenant-info': TenantInfo;
    'tenant-members': TenantMembers;
  }
}
