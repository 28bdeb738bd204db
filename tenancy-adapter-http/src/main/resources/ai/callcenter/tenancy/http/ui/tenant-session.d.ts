import type { Member, NewTenant, Role, Tenant, TenancyApi, TenancyError, TenantPatch, User } from './tenancy-api.js';

/** A frozen value: another one at each change. */
export interface TenantState {
  user: User | null;
  tenant: Tenant | null;
  role: Role | 'platform_admin' | null;
  /** The first of the user's tenants. */
  tenants: Tenant[];
  moreTenants: boolean;
  loading: boolean;
  error: TenancyError | null;
}

/** The state while nobody is signed in. */
export const NOBODY: TenantState;

/** Who the caller is and which tenant is acted in. Fires `change`, `token`, `access-lost`, `signed-out` and `problem`. */
export class TenantSession extends EventTarget {
  constructor(api: TenancyApi, options?: { server?: string; refresh?: boolean });
  get api(): TenancyApi;
  get state(): TenantState;
  /** The id of the tenant that is acted in, or will be. */
  get heading(): string | null;
  start(wanted?: string | null): Promise<void>;
  loadTenant(): Promise<void>;
  loadTenants(): Promise<void>;
  switchTenant(id: string): Promise<Tenant>;
  createTenant(input: NewTenant): Promise<Tenant>;
  updateTenant(patch: TenantPatch, condition?: { ifMatch?: string | null }): Promise<Tenant>;
  deleteTenant(): Promise<void>;
  addTenantMember(email: string, role?: Role): Promise<Member>;
  changeTenantMember(email: string, role: Role): Promise<Member>;
  removeTenantMember(email: string): Promise<void>;
  leaveTenant(): Promise<void>;
  /** Reads again what somebody has changed elsewhere. */
  refresh(): Promise<void>;
}
