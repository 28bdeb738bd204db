import { TenancyError, tenantOf } from './tenancy-api.js';
import { TenantEntry } from './tenant-entry.js';

/** The state while nobody is signed in. */
export const NOBODY = Object.freeze({
  user: null, tenant: null, role: null, tenants: [], moreTenants: false, loading: false, error: null,
});

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
  #entry;
  #heading = null;
  #turn = 0;
  #queue = Promise.resolve();
  #state = NOBODY;

  /**
   * @param {import('./tenancy-api.js').TenancyApi} api has the token of the caller
   * @param {{ server?: string, refresh?: boolean }} [options] the name of the server, for what is remembered; whether
   *     tenant tokens are renewed
   */
  constructor(api, { server = location.origin, refresh = false } = {}) {
    super();
    this.#api = api;
    this.#entry = new TenantEntry(api, server, refresh);
    api.onProblem = (error) => this.#problem(error);
    api.onSession = (session) => this.#fire('token', session);
  }

  get api() {
    return this.#api;
  }

  get state() {
    return this.#state;
  }

  /** The id of the tenant that is acted in, or will be: that of the last wish. */
  get heading() {
    return this.#heading;
  }

  /**
   * Finds out who calls, and enters a tenant: the wanted one, else the token's, the one chosen last here, the one that the
   * server remembers, or the first that can be entered.
   */
  async start(wanted = null) {
    const elsewhere = wanted && wanted !== this.#state.tenant?.id;
    this.#set({ loading: true, error: null, ...(elsewhere ? { tenant: null, role: null } : {}) });
    const enter = async () => {
      this.#set({ user: await this.#api.getMe() });
      await this.loadTenants();
      const { user, tenants } = this.#state;
      return wanted ? this.#entry.enter(user, wanted) : this.#entry.enterAny(user, tenants);
    };
    await this.#inTurn(wanted, enter).catch((error) => {
      if (error.code !== 'superseded') {
        this.#set({ error });
      }
    });
  }

  /** Reads the tenant again. */
  async loadTenant() {
    const { tenant } = this.#state;
    if (!tenant) {
      return;
    }
    try {
      const fresh = await this.#api.getTenantInfo(tenant.id);
      this.#ifStillIn(fresh.id, () => this.#arrive(fresh));
    } catch (error) {
      this.#ifStillIn(tenant.id, () => this.#set({ error }));
    }
  }

  /** Reads the first of the user's tenants again. */
  async loadTenants() {
    const page = await this.#api.getUserTenants({ limit: SOME });
    this.#set({ tenants: page.items, moreTenants: page.next_cursor !== null });
  }

  /** Acts in another tenant from now on; throws where the server refuses, and nothing has changed then. */
  switchTenant(id) {
    this.#set({ loading: true });
    return this.#inTurn(id, () => this.#entry.enter(this.#state.user, id));
  }

  /** Makes a tenant, of which the user is the first admin, and enters it. */
  async createTenant(input) {
    const made = await this.#api.createTenant(input);
    await this.#refreshTenants();
    // It is made: that it cannot be entered at the moment is no reason to make another one.
    return made.role ? this.switchTenant(made.id).catch(() => made) : made;
  }

  async updateTenant(patch, condition) {
    const id = this.#current();
    const changed = await this.#api.updateTenant(id, patch, condition);
    this.#ifStillIn(id, () => this.#arrive({ ...this.#state.tenant, ...changed }));
    await this.#refreshTenants();
    return changed;
  }

  /** Deletes the tenant that is acted in; there is none afterwards. */
  async deleteTenant() {
    const id = this.#current();
    await this.#api.deleteTenant(id);
    await this.#left(id);
  }

  async addTenantMember(email, role) {
    const member = await this.#api.addTenantMember(this.#current(), role ? { email, role } : { email });
    await this.loadTenant();
    return member;
  }

  async changeTenantMember(email, role) {
    const member = await this.#api.changeTenantMember(this.#current(), email, { role });
    await this.loadTenant();
    return member;
  }

  async removeTenantMember(email) {
    const id = this.#current();
    const { user, role } = this.#state;
    await this.#api.removeTenantMember(id, email);
    await (email === user.email && role !== 'platform_admin' ? this.#left(id) : this.loadTenant());
  }

  /** Ends the user's own membership; no tenant is acted in afterwards. */
  leaveTenant() {
    return this.removeTenantMember(this.#state.user.email);
  }

  /** Reads again what somebody has changed elsewhere: the tenant, unless it is gone, and the list. */
  async refresh() {
    await this.loadTenant();
    if (this.#state.error?.code === 'tenant_not_found' || this.#state.tenant?.status === 'deleted') {
      await this.#left(this.#state.tenant.id);
    } else {
      await this.#refreshTenants();
    }
  }

  /** One entering at a time, and of several that wait the last one alone: what is shown is what the token acts in. */
  #inTurn(heading, enter) {
    const turn = ++this.#turn;
    const isLast = () => turn === this.#turn;
    const done = this.#queue.then(async () => {
      const tenant = isLast() ? await enter() : null;
      if (!isLast()) {
        throw new TenancyError('Another tenant was chosen meanwhile.', { code: 'superseded' });
      }
      this.#arrive(tenant);
      return tenant;
    });
    this.#heading = heading;
    this.#queue = done
      .catch(() => this.#leaveWhatIsNotEntered())
      .then(() => isLast() && this.#set({ loading: false }));
    return done;
  }

  /** A switch that came too late, or was undone by one that failed, has left a token of another tenant. */
  #leaveWhatIsNotEntered() {
    const { tenant, role } = this.#state;
    const acted = tenantOf(this.#api.session.token);
    if (tenant && role !== 'platform_admin' && acted !== null && acted !== tenant.id) {
      this.#set({ tenant: null, role: null });
    }
  }

  #arrive(tenant) {
    this.#heading = tenant?.id ?? null;
    this.#set({ tenant, role: roleOf(this.#state.user, tenant), error: null });
  }

  #ifStillIn(id, work) {
    if (this.#state.tenant?.id === id) {
      work();
    }
  }

  async #left(id) {
    this.#ifStillIn(id, () => this.#arrive(null));
    await this.#refreshTenants();
  }

  /** After something that was done, which a list that does not load makes no failure of. */
  async #refreshTenants() {
    await this.loadTenants().catch(() => {});
  }

  #current() {
    const id = this.#state.tenant?.id;
    if (!id) {
      throw new TenancyError('No tenant is chosen. Choose one first.', { code: 'no_current_tenant' });
    }
    return id;
  }

  #problem(error) {
    const { tenant, role, loading } = this.#state;
    this.#fire('problem', error);
    if (SIGNED_OUT.has(error.code)) {
      this.#fire('signed-out', error);
    } else if (!tenant || loading || error.tenantId !== tenant.id || role === 'platform_admin') {
      return;
    } else if (LOST.has(error.code)) {
      this.#set({ tenant: null, role: null, error });
      this.#fire('access-lost', { error, tenant });
      this.#refreshTenants();
    } else if (error.code === 'insufficient_role') {
      // Less than was known when it was offered.
      this.loadTenant();
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
