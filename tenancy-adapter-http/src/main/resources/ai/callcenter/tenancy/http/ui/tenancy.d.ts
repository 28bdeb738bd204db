/** Types of `tenancy.js`: the elements, by their names. */
import type { Member, Session, Tenant, TenancyError, User } from './tenancy-api.js';
import type { TenantSession, TenantState } from './tenant-session.js';

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

/** The value of `tenantContext`. */
export interface TenantContext extends Omit<TenantState, 'user'> {
  loadTenant(): Promise<void>;
}

/** The value of `managementContext`. */
export interface ManagementContext
  extends Pick<
    TenantSession,
    | 'switchTenant' | 'createTenant' | 'updateTenant' | 'deleteTenant' | 'addTenantMember' | 'changeTenantMember'
    | 'removeTenantMember' | 'leaveTenant' | 'loadTenants' | 'refresh'
  > {
  user: User | null;
  userTenants: Tenant[];
  currentTenantId: string | null;
  retry(): Promise<void>;
}

/** Keys of the community context protocol; the value of `apiContext` is a `TenancyApi`, null where nobody is signed in. */
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

  interface HTMLElementEventMap {
    'tenancy-change': CustomEvent<TenantState>;
    'tenancy-token': CustomEvent<Pick<Session, 'token' | 'expiresAt'>>;
    'tenancy-problem': CustomEvent<TenancyError>;
    'tenancy-access-lost': CustomEvent<{ error: TenancyError; tenant: Tenant }>;
    'tenancy-signed-out': CustomEvent<TenancyError>;
    'tenancy-switched': CustomEvent<Tenant>;
    'tenancy-members-changed': CustomEvent<{ kind: 'added' | 'changed' | 'removed'; member: Member }>;
    'tenancy-left': CustomEvent<Tenant>;
  }
}
