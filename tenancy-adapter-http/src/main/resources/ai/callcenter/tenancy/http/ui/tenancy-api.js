import { TenancyError } from './tenancy-error.js';

export { TenancyError };

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** A token is renewed when it has less than this to live, in milliseconds. */
const MARGIN = 30_000;

/**
 * The API of a tenancy server, in one object: it sends the token, takes the new one that a switch brings, renews it
 * where there is a refresh token, and throws a `TenancyError` for everything that is no success. Types are in
 * `tenancy-api.d.ts`.
 */
export class TenancyApi {
  #base;
  #fetch;
  #session;
  #renewal = null;
  #tags = new WeakMap();

  constructor({ baseUrl = '', token = null, refreshToken = null, fetch } = {}) {
    this.#base = `${baseUrl.replace(/\/+$/, '')}/api/v1`;
    // As a function of nobody's: browsers refuse to call theirs as a method of another object.
    this.#fetch = fetch ?? ((...request) => globalThis.fetch(...request));
    this.#session = { token, expiresAt: null, refreshToken, refreshExpiresAt: null };
    /** Told of each new token: `(session) => void`. */
    this.onSession = () => {};
    /** Told of each failure before it is thrown: `(error) => void`. */
    this.onProblem = () => {};
  }

  /** The token in use, and when it ends. */
  get session() {
    return { ...this.#session };
  }

  set session(session) {
    this.#session = { token: null, expiresAt: null, refreshToken: null, refreshExpiresAt: null, ...session };
  }

  /** What `If-Match` takes, of something that this object has answered. */
  etagOf(answer) {
    return this.#tags.get(answer) ?? null;
  }

  // The caller.

  getMe = () => this.#call('GET', '/me');

  async signOut() {
    await this.#call('POST', '/me/sign-out');
    this.session = {};
  }

  // Tenants.

  getUserTenants = (filter = {}, signal) => this.#call('GET', '/tenants', { query: filter, signal });

  listTenants = (filter = {}, signal) => this.#call('GET', '/tenants', { query: { scope: 'all', ...filter }, signal });

  createTenant = (tenant) => this.#call('POST', '/tenants', { body: tenant });

  getTenantInfo = (id) => (id ? this.#call('GET', '/tenants/{id}', { path: { id } }) : this.#call('GET', '/tenant'));

  getTenantUserCount = () => this.#call('GET', '/tenant/users/count');

  updateCurrentTenant = (patch, ifMatch) => this.#call('PATCH', '/tenant', { body: patch, ifMatch });

  updateTenant = (id, patch, ifMatch) => this.#call('PATCH', '/tenants/{id}', { path: { id }, body: patch, ifMatch });

  deleteTenant = (id) => this.#call('DELETE', '/tenants/{id}', { path: { id } });

  /** Acts in that tenant from now on. With `refresh`, the token is renewed for as long as the server lets a user go on. */
  async switchTenant(id, { refresh = false } = {}) {
    const answer = await this.#call('POST', '/tenants/{id}/switch', { path: { id }, body: refresh ? { refresh } : undefined });
    this.#adopt(answer);
    return answer;
  }

  /** The next token; calls at the same time share one, since a refresh token is good once. */
  refresh() {
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  // Members.

  listTenantMembers = (id, filter = {}, signal) =>
    this.#call('GET', '/tenants/{id}/members', { path: { id }, query: filter, signal });

  getTenantMember = (id, email) => this.#call('GET', '/tenants/{id}/members/{email}', { path: { id, email } });

  addTenantMember = (id, member) => this.#call('POST', '/tenants/{id}/members', { path: { id }, body: member });

  changeTenantMember = (id, email, patch) =>
    this.#call('PATCH', '/tenants/{id}/members/{email}', { path: { id, email }, body: patch });

  removeTenantMember = (id, email) => this.#call('DELETE', '/tenants/{id}/members/{email}', { path: { id, email } });

  // Configuration and trail.

  listConfigs = (id, page = {}) => this.#call('GET', '/tenants/{id}/configs', { path: { id }, query: page });

  getConfig = (id, key) => this.#call('GET', '/tenants/{id}/configs/{key}', { path: { id, key } });

  setConfig = (id, key, value, ifMatch) =>
    this.#call('PUT', '/tenants/{id}/configs/{key}', { path: { id, key }, body: { value }, ifMatch });

  deleteConfig = (id, key) => this.#call('DELETE', '/tenants/{id}/configs/{key}', { path: { id, key } });

  listAudit = (id, page = {}) => this.#call('GET', '/tenants/{id}/audit', { path: { id }, query: page });

  async #renew() {
    const body = { refresh_token: this.#session.refreshToken };
    this.#adopt(await this.#call('POST', '/token/refresh', { body, anonymous: true }));
  }

  #adopt({ token, expires_at, refresh_token = null, refresh_expires_at = null }) {
    this.session = {
      token,
      expiresAt: expires_at,
      refreshToken: refresh_token,
      refreshExpiresAt: refresh_expires_at,
    };
    this.onSession(this.session);
  }

  async #call(method, template, request = {}) {
    try {
      const { token, expiresAt, refreshToken } = this.#session;
      const renewable = refreshToken && !request.anonymous;
      if (renewable && expiresAt && Date.parse(expiresAt) - Date.now() < MARGIN) {
        await this.refresh();
      }
      try {
        return await this.#send(method, template, request);
      } catch (error) {
        // Of the token that was sent: another call may have renewed it in the meantime.
        if (!renewable || error.code !== 'invalid_token') {
          throw error;
        }
        if (this.#session.token === token) {
          await this.refresh();
        }
        return await this.#send(method, template, request);
      }
    } catch (error) {
      if (error instanceof TenancyError) {
        this.onProblem(error);
      }
      throw error;
    }
  }

  async #send(method, template, { path = {}, query = {}, body, ifMatch, signal, anonymous = false }) {
    const headers = { Accept: 'application/json' };
    if (!anonymous && this.#session.token) {
      headers.Authorization = `Bearer ${this.#session.token}`;
    }
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    if (ifMatch) {
      headers['If-Match'] = ifMatch;
    }
    const patience = AbortSignal.timeout(PATIENCE);
    const response = await this.#fetch(this.#base + address(template, path, query), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    }).catch((cause) => {
      throw signal?.aborted ? cause : TenancyError.unreachable(cause);
    });
    if (!response.ok) {
      throw await TenancyError.of(response);
    }
    return response.status === 204 ? undefined : this.#read(response, signal);
  }

  async #read(response, signal) {
    const answer = await response.json().catch((cause) => {
      throw signal?.aborted ? cause : TenancyError.unreachable(cause);
    });
    const tag = response.headers.get('ETag');
    if (tag) {
      this.#tags.set(answer, tag);
    }
    return answer;
  }
}

/** A template with its values; a filter that is null, undefined or empty is left out. */
function address(template, path, query) {
  const filled = template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]));
  const filters = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return filters.length === 0 ? filled : `${filled}?${new URLSearchParams(filters)}`;
}

/**
 * The tenant that a token acts in, as the token says itself; null for an identity token. For display alone: what counts
 * is what the server answers.
 */
export function tenantOf(token) {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (c) => c.charCodeAt(0)))).tenant_id ?? null;
  } catch {
    return null;
  }
}
