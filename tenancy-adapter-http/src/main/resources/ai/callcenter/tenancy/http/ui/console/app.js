import { LitElement, html } from 'lit';
import '../tenancy-provider.js';
import './shell.js';
import './sign-in.js';
import { finishSignIn, isReturn, signOutAddress } from './oidc.js';
import { Router, tenantPage } from './router.js';
import { SessionStore } from './session-store.js';

/** The API is beside the page, also where a host serves both below a path of its own. */
const BASE = location.origin + location.pathname.replace(/\/[^/]*$/, '');

/** `<tenancy-console>`: who is signed in, and the way in for those who are not. */
class TenancyConsole extends LitElement {
  static properties = {
    ways: { state: true },
    credentials: { state: true },
    reason: { state: true },
    said: { state: true },
    ready: { state: true },
  };

  #router = new Router(this);
  #store = new SessionStore();

  constructor() {
    super();
    this.ways = [];
    this.credentials = null;
    this.reason = null;
    /** What was done, for the page that one comes to by it. */
    this.said = null;
    this.ready = false;
    this.#store.onSignedOut = () => this.#forget('You have signed out in another tab.');
  }

  async firstUpdated() {
    try {
      this.ways = await waysIn();
      if (isReturn()) {
        await this.#returned();
      }
    } catch (error) {
      this.reason = error.message;
    }
    this.credentials = await this.#store.find();
    this.ready = true;
  }

  updated() {
    const state = this.renderRoot.querySelector('tenancy-provider')?.session?.state;
    if (state) {
      this.#arrive(state);
    }
  }

  render() {
    if (!this.ready) {
      return html``;
    }
    if (!this.credentials) {
      return html`<console-sign-in .ways=${this.ways} .reason=${this.reason} @signed-in=${this.#signedIn}></console-sign-in>`;
    }
    return html`
      <tenancy-provider
        base-url=${BASE}
        ?refresh=${SessionStore.keepsRefreshTokens}
        .credentials=${this.credentials}
        .tenant=${this.#router.place.tenantId}
        @tenancy-token=${({ target }) => target.isConnected && this.#store.save(target.session.api.session)}
        @tenancy-signed-out=${({ detail }) => this.#forget(ended(detail))}
        @tenancy-change=${({ detail }) => this.#arrive(detail)}
        @tenancy-switched=${({ detail }) => this.#enter(detail)}
        @tenancy-left=${({ detail }) => this.#leave(detail)}
      >
        <console-shell .said=${this.said} .place=${this.#router.place} @sign-out=${this.#signOut}></console-shell>
      </tenancy-provider>
    `;
  }

  async #returned() {
    const signIn = finishSignIn(this.ways.filter(({ kind }) => kind === 'oidc'));
    // It has put the place back where the sign-in was begun, and no event tells of that.
    this.#router.go(location.hash || '#/', { replace: true });
    const session = await signIn;
    this.#store.clear();
    this.#store.save(session);
  }

  #signedIn({ detail }) {
    this.#store.clear();
    this.#store.save(detail);
    this.reason = null;
    this.credentials = detail;
  }

  /** Without a place of its own, the address becomes that of the tenant that was entered. */
  #arrive({ tenant, user, loading }) {
    if (this.#router.place.page === 'home' && user && !loading) {
      const all = user.role === 'platform_admin' ? '#/platform' : '#/tenants';
      this.#router.go(tenant ? tenantPage(tenant.id) : all, { replace: true });
    }
  }

  #enter({ id }) {
    this.said = null;
    this.#router.go(tenantPage(id));
  }

  #leave({ name }) {
    this.said = `You are not in ${name} any more.`;
    this.#router.go('#/tenants');
  }

  #forget(reason) {
    this.#store.clear();
    this.credentials = null;
    this.reason = reason;
  }

  #signOut() {
    const { issuer, idToken } = this.credentials;
    this.#store.signOut();
    this.#forget('You have signed out.');
    this.#router.go('#/', { replace: true });
    const away = signOutAddress(this.ways.find((way) => way.issuer === issuer), idToken);
    if (issuer && away) {
      location.assign(away);
    }
  }
}

/** How one may sign in, as the server says. */
async function waysIn() {
  const response = await fetch('console.json', { cache: 'no-store' }).catch(() => null);
  if (!response?.ok) {
    throw new Error('The server cannot be reached. Load the page again.');
  }
  return (await response.json()).sign_in;
}

/** Why somebody has to sign in again. */
function ended({ code, message }) {
  switch (code) {
    case 'signed_out':
      return 'You were signed out everywhere. Sign in again.';
    case 'session_expired':
    case 'invalid_refresh_token':
      return 'Your session has ended. Sign in again, and go on where you were.';
    default:
      return `Sign in again: ${message}`;
  }
}

customElements.define('tenancy-console', TenancyConsole);
