import { TenantMemory } from './tenant-memory.js';
import { tenantOf } from './token-claims.js';

/** The ways into a tenant: a switch for its members, none at all for a platform admin. */
export class TenantEntry {
  #api;
  #memory;
  #renews;

  /**
   * @param {import('./tenancy-api.js').TenancyApi} api
   * @param {string} server its name, for what is remembered
   * @param {boolean} renews whether a token is wanted that can be renewed
   */
  constructor(api, server, renews) {
    this.#api = api;
    this.#memory = new TenantMemory(server);
    this.#renews = renews;
  }

  /** Enters one tenant. @returns {Promise<import('./tenancy-api.js').Tenant>} */
  async enter(user, id) {
    const tenant = await this.#switch(id).catch((error) => {
      const outsider = error.code === 'tenant_not_found' || error.code === 'tenant_suspended';
      if (outsider && user?.role === 'platform_admin') {
        return this.#api.getTenantInfo(id);
      }
      throw error;
    });
    this.#memory.remember(user.id, id);
    return tenant;
  }

  /** Enters the tenant of the token, the one chosen last, or the first that lets the user in; null where none does. */
  async enterAny(user, tenants) {
    const wishes = [tenantOf(this.#api.session.token), this.#memory.recall(user.id), user.current_tenant_id];
    const first = tenants.find((tenant) => tenant.status === 'active')?.id;
    for (const id of new Set([...wishes, first])) {
      try {
        if (id) {
          return await this.enter(user, id);
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

  async #switch(id) {
    const { token, refreshToken } = this.#api.session;
    if (tenantOf(token) === id && (refreshToken || !this.#renews)) {
      return this.#api.getTenantInfo(id);
    }
    return (await this.#api.switchTenant(id, { refresh: this.#renews })).tenant;
  }
}
