/** Types of `tenancy-api.js`. A test of the build holds them against the server's OpenAPI document. */

export type Role = 'viewer' | 'member' | 'admin';
export type TenantStatus = 'active' | 'suspended' | 'deleted';

export interface Tenant {
  id: string;
  name: string;
  domain: string | null;
  description: string | null;
  max_users: number;
  user_count: number;
  status: TenantStatus;
  metadata: Record<string, unknown>;
  /** RFC 3339, in UTC, as all times. */
  created_at: string;
  updated_at: string;
  /** The caller's; absent where the caller is no member. */
  role?: Role;
  /** Whether the caller switched to it last; absent where the caller is no member. */
  current?: boolean;
}

export interface NewTenant {
  name: string;
  domain?: string | null;
  description?: string | null;
  metadata?: Record<string, unknown> | null;
  /** For a platform admin alone. */
  max_users?: number;
  /** Whose tenant it is; for a platform admin alone. */
  owner_email?: string;
  /** Its id, where rows carry one already; for a platform admin alone. */
  id?: string;
}

/** A merge patch (RFC 7396): what is absent stays, null clears. */
export interface TenantPatch {
  name?: string;
  domain?: string | null;
  description?: string | null;
  metadata?: Record<string, unknown> | null;
  /** For a platform admin alone. */
  max_users?: number;
  /** For a platform admin alone. */
  status?: 'active' | 'suspended';
}

export interface Seats {
  tenant_id: string;
  count: number;
  max_users: number;
}

export interface Member {
  tenant_id: string;
  user_id: string;
  email: string;
  /** Null until the user has entered this tenant. */
  name: string | null;
  role: Role;
  joined_at: string;
}

export interface NewMember {
  email: string;
  role?: Role;
}

export interface MemberPatch {
  role: Role;
}

export interface Config {
  key: string;
  value: unknown;
  updated_at: string;
}

export interface AuditEntry {
  id: string;
  tenant_id: string;
  at: string;
  actor: { kind: 'user' | 'operator' | 'host'; user_id: string | null; name: string };
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
  request_id: string | null;
}

export interface User {
  id: string;
  email: string;
  name: string | null;
  role: 'user' | 'platform_admin';
  current_tenant_id: string | null;
  created_at: string;
}

export interface TenantToken {
  token: string;
  token_type: 'Bearer';
  expires_at: string;
  refresh_token?: string;
  refresh_expires_at?: string;
  tenant: Tenant;
}

/** A page of a list; null as `next_cursor` says that it is the last one. */
export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export interface PageRequest {
  /** 1 to 200; 50 where absent. */
  limit?: number;
  /** The `next_cursor` of the page before. */
  cursor?: string | null;
}

export interface TenantFilter extends PageRequest {
  q?: string;
  status?: TenantStatus | '';
}

export interface MemberFilter extends PageRequest {
  q?: string;
  role?: Role | '';
}

export interface Session {
  token: string | null;
  expiresAt: string | null;
  refreshToken: string | null;
  refreshExpiresAt: string | null;
}

/** Why a call failed. `code` is stable, `message` is for people. */
export class TenancyError extends Error {
  constructor(message: string, problem?: Partial<Omit<TenancyError, keyof Error>>);
  /** 0 where there was no answer. */
  status: number;
  /** `unreachable` where there was no answer. */
  code: string;
  errors: { pointer?: string; parameter?: string; message: string }[];
  requestId: string | null;
  /** Seconds. */
  retryAfter: number | null;
  /** The tenant that the call was about. */
  tenantId: string | null;
  about(field: string): string | null;
}

export interface TenancyApiOptions {
  /** Where the server is; absent: where the page comes from. */
  baseUrl?: string;
  /** An identity token or a tenant token. */
  token?: string | null;
  refreshToken?: string | null;
  fetch?: typeof globalThis.fetch;
}

export class TenancyApi {
  constructor(options?: TenancyApiOptions);
  get session(): Session;
  set session(session: Partial<Session>);
  onSession: (session: Session) => void;
  onProblem: (error: TenancyError) => void;
  etagOf(answer: object): string | null;

  getMe(): Promise<User>;
  /** Ends every token of the user, on every device and in every service. To leave this page alone, forget the token. */
  signOut(): Promise<void>;

  getUserTenants(filter?: TenantFilter, signal?: AbortSignal): Promise<Page<Tenant>>;
  /** Every tenant, for a platform admin. */
  listTenants(filter?: TenantFilter, signal?: AbortSignal): Promise<Page<Tenant>>;
  createTenant(tenant: NewTenant): Promise<Tenant>;
  /** Without an id, the token's own. */
  getTenantInfo(id?: string): Promise<Tenant>;
  getTenantUserCount(): Promise<Seats>;
  updateCurrentTenant(patch: TenantPatch, condition?: { ifMatch?: string | null }): Promise<Tenant>;
  updateTenant(id: string, patch: TenantPatch, condition?: { ifMatch?: string | null }): Promise<Tenant>;
  deleteTenant(id: string): Promise<void>;
  switchTenant(id: string, options?: { refresh?: boolean }): Promise<TenantToken>;
  refresh(): Promise<void>;

  listTenantMembers(id: string, filter?: MemberFilter, signal?: AbortSignal): Promise<Page<Member>>;
  getTenantMember(id: string, email: string): Promise<Member>;
  addTenantMember(id: string, member: NewMember): Promise<Member>;
  changeTenantMember(id: string, email: string, patch: MemberPatch): Promise<Member>;
  removeTenantMember(id: string, email: string): Promise<void>;

  listConfigs(id: string, page?: PageRequest): Promise<Page<Config>>;
  getConfig(id: string, key: string): Promise<Config>;
  setConfig(
    id: string,
    key: string,
    value: unknown,
    condition?: { ifMatch?: string | null; ifAbsent?: boolean },
  ): Promise<Config>;
  deleteConfig(id: string, key: string): Promise<void>;
  listAudit(id: string, page?: PageRequest): Promise<Page<AuditEntry>>;
}

/** The tenant that a token says it acts in; null for an identity token. For display alone. */
export function tenantOf(token: string): string | null;
