import { ContextProvider } from '@lit/context';
import { LitElement, html } from 'lit';
import { apiContext, managementContext, tenantContext } from './contexts.js';
import { TenancyApi } from './tenancy-api.js';
import { actions } from './tenant-actions.js';
import { NOBODY, TenantSession } from './tenant-session.js';

/**
 * `<tenancy-provider base-url token>`: who calls and which tenant is acted in, for everything inside of it.
 *
 * @attr base-url where the server is; absent: where the page comes from
 * @attr token an identity token or a tenant token; a new one begins anew
 * @attr tenant the id of the tenant to enter; absent: the one chosen last
 * @attr refresh renews tenant tokens, until the server wants a new proof of identity
 *
 * @fires tenancy-change of the state, with it as detail
 * @fires tenancy-token with `{ token, expiresAt }`, for calls of the page's own
 * @fires tenancy-access-lost with `{ error, tenant }`, when a removal or a suspension has been noticed
 * @fires tenancy-problem with each failure of a call
 * @fires tenancy-signed-out with the error, when the token counts no more
 */
export class TenancyProvider extends LitElement {
  static properties = {
    baseUrl: { attribute: 'base-url' },
    token: {},
    credentials: { attribute: false },
    tenant: {},
    refresh: { type: Boolean },
  };

  /** @type {TenantSession | null} */
  session = null;

  #api = new ContextProvider(this, { context: apiContext });
  #tenant = new ContextProvider(this, { context: tenantContext });
  #management = new ContextProvider(this, { context: managementContext });
  #onVisible = () => this.#look();

  constructor() {
    super();
    this.baseUrl = '';
    this.token = null;
    /** In place of `token`: a whole `TenancyApi.session` that was kept, with its refresh token. */
    this.credentials = null;
    this.tenant = null;
    this.refresh = false;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  render() {
    return html`<slot></slot>`;
  }

  willUpdate(changed) {
    if (changed.has('token') || changed.has('credentials') || changed.has('baseUrl')) {
      this.#begin();
    } else if (changed.has('tenant') && this.tenant && this.tenant !== this.session?.heading) {
      // The failure is in the state.
      this.session?.start(this.tenant);
    }
  }

  #begin() {
    this.session = null;
    const kept = this.credentials ?? { token: this.token };
    if (!kept.token) {
      this.#api.setValue(null);
      this.#publish(null);
      return;
    }
    const api = new TenancyApi({ baseUrl: this.baseUrl });
    api.session = kept;
    const session = new TenantSession(api, { server: this.baseUrl || location.origin, refresh: this.refresh });
    this.session = session;
    const heard = (type, act) =>
      session.addEventListener(type, (event) => {
        if (this.session === session) {
          act(event.detail);
        }
      });
    heard('change', () => this.#publish(session));
    heard('token', ({ token, expiresAt }) => this.#tell('tenancy-token', { token, expiresAt }));
    heard('access-lost', (detail) => this.#tell('tenancy-access-lost', detail));
    heard('problem', (detail) => this.#tell('tenancy-problem', detail));
    heard('signed-out', (detail) => this.#tell('tenancy-signed-out', detail));
    this.#api.setValue(api);
    session.start(this.tenant);
  }

  #publish(session) {
    const state = session?.state ?? NOBODY;
    const { tenant, role, tenants, moreTenants, loading, error, user } = state;
    this.#tenant.setValue({ tenant, role, tenants, moreTenants, loading, error, loadTenant: async () => session?.loadTenant() });
    this.#management.setValue({
      user,
      userTenants: tenants,
      currentTenantId: tenant?.id ?? null,
      retry: async () => session?.start(this.tenant ?? tenant?.id),
      ...actions(session),
    });
    this.#tell('tenancy-change', state);
  }

  /** Somebody comes back to a page that was left open: what has changed since is not to wait for a click. */
  #look() {
    if (document.visibilityState === 'visible') {
      this.session?.loadTenant();
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('tenancy-provider', TenancyProvider);
