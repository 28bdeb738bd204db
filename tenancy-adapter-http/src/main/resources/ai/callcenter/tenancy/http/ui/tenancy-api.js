import { ApiClient } from './api-client.js';
import { TenancyError } from './tenancy-error.js';
import { tenantOf } from './token-claims.js';

export { TenancyError, tenantOf };

/**
 * The API of a tenancy server, in one object: it sends the token, takes the new one that a switch brings, renews it
 * where there is a refresh token, and throws a `TenancyError` for everything that is no success. Types are in
 * `tenancy-api.d.ts`.
 */
export class TenancyApi extends ApiClient {
  // The caller.

  getMe = () => this.call('GET', '/me');

  async signOut() {
    await this.call('POST', '/me/sign-out');
    this.session = {};
  }

  // Tenants.

  getUserTenants = (filter = {}, signal) => this.call('GET', '/tenants', { query: filter, signal });

  listTenants = (filter = {}, signal) => this.call('GET', '/tenants', { query: { scope: 'all', ...filter }, signal });

  createTenant = (tenant) => this.call('POST', '/tenants', { body: tenant });

  getTenantInfo = (id) => (id ? this.call('GET', '/tenants/{id}', { path: { id } }) : this.call('GET', '/tenant'));

  getTenantUserCount = () => this.call('GET', '/tenant/users/count');

  updateCurrentTenant = (patch, { ifMatch } = {}) => this.call('PATCH', '/tenant', { body: patch, ifMatch });

  updateTenant = (id, patch, { ifMatch } = {}) =>
    this.call('PATCH', '/tenants/{id}', { path: { id }, body: patch, ifMatch });

  deleteTenant = (id) => this.call('DELETE', '/tenants/{id}', { path: { id } });

  /** Acts in that tenant from now on. With `refresh`, the token is renewed for as long as the server lets a user go on. */
  switchTenant(id, { refresh = false } = {}) {
    return this.enter(id, refresh, false);
  }

  // Members.

  listTenantMembers = (id, filter = {}, signal) =>
    this.call('GET', '/tenants/{id}/members', { path: { id }, query: filter, signal });

  getTenantMember = (id, email) => this.call('GET', '/tenants/{id}/members/{email}', { path: { id, email } });

  addTenantMember = (id, member) => this.call('POST', '/tenants/{id}/members', { path: { id }, body: member });

  changeTenantMember = (id, email, patch) =>
    this.call('PATCH', '/tenants/{id}/members/{email}', { path: { id, email }, body: patch });

  removeTenantMember = (id, email) => this.call('DELETE', '/tenants/{id}/members/{email}', { path: { id, email } });

  // Configuration and trail.

  listConfigs = (id, page = {}) => this.call('GET', '/tenants/{id}/configs', { path: { id }, query: page });

  getConfig = (id, key) => this.call('GET', '/tenants/{id}/configs/{key}', { path: { id, key } });

  /** With `ifAbsent`, a key that is set already stays as it is (412). */
  setConfig = (id, key, value, { ifMatch, ifAbsent } = {}) =>
    this.call('PUT', '/tenants/{id}/configs/{key}', { path: { id, key }, body: { value }, ifMatch, ifAbsent });

  deleteConfig = (id, key) => this.call('DELETE', '/tenants/{id}/configs/{key}', { path: { id, key } });

  listAudit = (id, page = {}) => this.call('GET', '/tenants/{id}/audit', { path: { id }, query: page });
}
