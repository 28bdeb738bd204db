import { TenancyError, tenantOf } from './tenancy-api.js';
import { TenantMemory } from './tenant-memory.js';

/** How many of the user's tenants are loaded at once; there may be thousands. */
const SOME = 50;

/** Failures after which the tenant cannot be acted in any more, though the user may go on. */
const LOST = new Set(['access_revoked', 'tenant_suspended']);

/** Failures that say that nobody is signed in. */
const SIGNED_OUT = new Set(['missing_token', 'invalid_token', 'session_expired', 'signed_out', 'invalid_refresh_token']);

/**
 * Who the caller is and which tenant is acted in: what `<tenancy-provider>` puts into its contexts, for those who have no
 * use for elements. Fires `change` on every new state, `token`, `access-lost`, `signed-out`, and `problem` on each failure.
 *
 * A state is frozen and never changed, so it may be compared by identity.
 */
export class TenantSession extends EventTarget {
  #api;
  #memory;
  #refresh;
  #state = Object.freeze({ user: null, tenant: null, role: null, tenants: [], moreTenants: false, loading: false, error: null });

  /**
   * @param {import('./tenancy-api.js').TenancyApi} api has the token of the caller
   * @param {{ server?: string, refresh?: boolean }} [options] the name of the server, for what is remembered; whether
   *     tenant tokens are renewed
   */
  constructor(api, { server = location.origin, refresh = false } = {}) {
    super();
    this.#api = api;
    this.#memory = new TenantMemory(server);
    this.#refresh = refresh;
    api.onProblem = (error) => this.#problem(error);
    api.onSession = (session) => this.#fire('token', session);
  }

  get api() {
    return this.#api;
  }

  get state() {
    return this.#state;
  }

  /**
   * Finds out who calls, and enters a tenant: the wanted one, else the token's, the one chosen last here, the one that the
   * server remembers, or the first that can be entered.
   */
  async start(wanted = null) {
    const elsewhere = wanted && wanted !== this.#state.tenant?.id;
    this.#set({ loading: true, error: null, ...(elsewhere ? { tenant: null, role: null } : {}) });
    try {
      const user = await this.#api.getMe();
      this.#set({ user });
      await this.loadTenants();
      const tenant = wanted ? await this.#enter(wanted) : await this.#enterAny(user);
      this.#set({ tenant, role: roleOf(user, tenant), loading: false, error: null });
    } catch (error) {
      this.#set({ loading: false, error });
    }
  }

  /** Reads the tenant again. */
  async loadTenant() {
    const { tenant, user } = this.#state;
    if (!tenant) {
      return;
    }
    try {
      const fresh = await this.#api.getTenantInfo(tenant.id);
      if (this.#state.tenant?.id === fresh.id) {
        this.#set({ tenant: fresh, role: roleOf(user, fresh), error: null });
      }
    } catch (error) {
      this.#set({ error });
    }
  }

  /** Reads the first of the user's tenants again. */
  async loadTenants() {
    const page = await this.#api.getUserTenants({ limit: SOME });
    this.#set({ tenants: page.items, moreTenants: page.next_cursor !== null });
  }

  /** Acts in another tenant from now on; throws where the server refuses, and nothing has changed then. */
  async switchTenant(id) {
    this.#set({ loading: true });
    try {
      const tenant = await this.#enter(id);
      this.#set({ tenant, role: roleOf(this.#state.user, tenant), error: null });
      return tenant;
    } finally {
      this.#set({ loading: false });
    }
  }

  /** Makes a tenant, of which the user is the first admin, and enters it. */
  async createTenant(input) {
    const made = await this.#api.createTenant(input);
    await this.loadTenants();
    return made.role ? this.switchTenant(made.id) : made;
  }

  async updateTenant(patch, ifMatch) {
    const changed = await this.#api.updateTenant(this.#current(), patch, ifMatch);
    const tenant = { ...this.#state.tenant, ...changed };
    this.#set({ tenant });
    await this.loadTenants();
    return changed;
  }

  /** Deletes the tenant that is acted in; there is none afterwards. */
  async deleteTenant() {
    await this.#api.deleteTenant(this.#current());
    await this.#left();
  }

  async addTenantMember(email, role) {
    const member = await this.#api.addTenantMember(this.#current(), role ? { email, role } : { email });
    await this.loadTenant();
    return member;
  }

  changeTenantMember(email, role) {
    return this.#ofMyself(email, this.#api.changeTenantMember(this.#current(), email, { role }));
  }

  removeTenantMember(email) {
    return this.#ofMyself(email, this.#api.removeTenantMember(this.#current(), email));
  }

  /** Ends the user's own membership; no tenant is acted in afterwards. */
  async leaveTenant() {
    await this.#api.removeTenantMember(this.#current(), this.#state.user.email);
    await this.#left();
  }

  async #ofMyself(email, change) {
    const answer = await change;
    if (answer === undefined && email === this.#state.user.email && this.#state.role !== 'platform_admin') {
      await this.#left();
    } else {
      await this.loadTenant();
    }
    return answer;
  }

  async #left() {
    this.#set({ tenant: null, role: null, error: null });
    await this.loadTenants();
  }

  #current() {
    const id = this.#state.tenant?.id;
    if (!id) {
      throw new TenancyError('No tenant is chosen. Choose one first.', { code: 'no_current_tenant' });
    }
    return id;
  }

  async #enterAny(user) {
    const wishes = [tenantOf(this.#api.session.token), this.#memory.recall(user.id), user.current_tenant_id];
    const some = this.#state.tenants.filter((tenant) => tenant.status === 'active').map((tenant) => tenant.id);
    for (const id of new Set([...wishes, some[0]])) {
      try {
        if (id) {
          return await this.#enter(id);
        }
      } catch (error) {
        // Left, deleted or suspended since: another one may do.
        if (error.status !== 403 && error.status !== 404) {
          throw error;
        }
      }
    }
    return null;
  }

  /** As a member; a platform admin who is none needs no switch. */
  async #enter(id) {
    const tenant = await this.#switch(id).catch((error) => {
      const outsider = error.code === 'tenant_not_found' || error.code === 'tenant_suspended';
      if (outsider && this.#state.user?.role === 'platform_admin') {
        return this.#api.getTenantInfo(id);
      }
      throw error;
    });
    this.#memory.remember(this.#state.user.id, id);
    return tenant;
  }

  async #switch(id) {
    const { token, refreshToken } = this.#api.session;
    if (tenantOf(token) === id && (refreshToken || !this.#refresh)) {
      return this.#api.getTenantInfo(id);
    }
    return (await this.#api.switchTenant(id, { refresh: this.#refresh })).tenant;
  }

  #problem(error) {
    const { tenant } = this.#state;
    this.#fire('problem', error);
    if (SIGNED_OUT.has(error.code)) {
      this.#fire('signed-out', error);
    } else if (LOST.has(error.code) && tenant && this.#state.role !== 'platform_admin' && !this.#state.loading) {
      this.#set({ tenant: null, role: null, error });
      this.#fire('access-lost', { error, tenant });
      this.loadTenants().catch(() => {});
    }
  }

  #set(changes) {
    this.#state = Object.freeze({ ...this.#state, ...changes });
    this.#fire('change', this.#state);
  }

  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function roleOf(user, tenant) {
  if (!tenant) {
    return null;
  }
  return user?.role === 'platform_admin' ? 'platform_admin' : (tenant.role ?? null);
}
