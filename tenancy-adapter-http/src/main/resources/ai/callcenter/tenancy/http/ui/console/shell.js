import { html, nothing } from 'lit';
import '../tenant-switcher.js';
import { TenancyElement } from '../tenancy-element.js';
import { may } from '../permissions.js';
import { Connection } from './connection.js';
import './account-menu.js';
import './audit-page.js';
import './configs-page.js';
import './members-page.js';
import './new-tenant-page.js';
import './overview-page.js';
import './platform-page.js';
import './settings-page.js';
import './tenants-page.js';
import { tenantPage } from './router.js';
import { shellStyles } from './shell-styles.js';

/** The pages of a tenant: the name, and what one must be allowed to see it. */
const PAGES = {
  overview: { name: 'Overview', view: html`<overview-page></overview-page>` },
  members: { name: 'Members', view: html`<members-page></members-page>`, needs: 'readMembers' },
  settings: { name: 'Settings', view: html`<settings-page></settings-page>`, needs: 'changeTenant' },
  configuration: { name: 'Configuration', view: html`<configs-page></configs-page>`, needs: 'readConfigs' },
  audit: { name: 'Audit trail', view: html`<audit-page></audit-page>`, needs: 'readAudit' },
};

/** The pages of the user. */
const OWN = {
  tenants: { name: 'Your tenants' },
  new: { name: 'New tenant', view: html`<new-tenant-page></new-tenant-page>` },
  platform: { name: 'All tenants', view: html`<platform-page></platform-page>` },
};

/** The page of a name that somebody may have typed. */
const pageOf = (name, pages) => (Object.hasOwn(pages, name) ? pages[name] : undefined);

/** `<console-shell>`: what is around every page. */
class ConsoleShell extends TenancyElement {
  static styles = [super.styles, shellStyles];

  static properties = { place: { attribute: false }, said: {} };

  #connection = new Connection(this);

  constructor() {
    super();
    this.place = { page: 'home', tenantId: null };
    /** What was done on the way to the list of tenants. */
    this.said = null;
  }

  render() {
    const { user } = this.management;
    return html`
      <header>
        <a class="skip" href="#main" @click=${this.#skip}>Skip to the content</a>
        <a class="brand" href="#/"><img src="ui/console/mark.svg" alt="" />Tenancy</a>
        <tenant-switcher></tenant-switcher>
        <div class="end">
          <a class="button" href="#/new">New tenant</a>
          ${user ? html`<account-menu></account-menu>` : nothing}
        </div>
      </header>
      <div class="banner" role="alert">${this.#connection.lost ? this.#away() : nothing}</div>
      <nav aria-label="Pages">${this.#tenantLinks()} ${this.#ownLinks(user)}</nav>
      <main id="main" tabindex="-1">${this.#page()}</main>
    `;
  }

  #away() {
    return html`<p class="notice warning">The server cannot be reached. What you see may be old; trying again…</p>`;
  }

  #tenantLinks() {
    const { tenant, role } = this.context;
    const pages = Object.entries(PAGES).filter(([, { needs }]) => !needs || may(role, needs));
    return tenant
      ? html`<ul>${pages.map(([page, { name }]) => this.#link(tenantPage(tenant.id, page), name, this.place.page === page))}</ul>`
      : nothing;
  }

  #ownLinks(user) {
    const platform = user?.role === 'platform_admin';
    return html`<ul>
      ${this.#link('#/tenants', OWN.tenants.name, this.place.page === 'tenants')}
      ${platform ? this.#link('#/platform', OWN.platform.name, this.place.page === 'platform') : nothing}
    </ul>`;
  }

  #link(address, name, current) {
    return html`<li><a href=${address} aria-current=${current ? 'page' : nothing}>${name}</a></li>`;
  }

  #page() {
    const { page, tenantId } = this.place;
    const { tenant, role, loading, error } = this.context;
    if (tenantId === null) {
      return this.#own(page, error);
    }
    if (!tenant || tenant.id !== tenantId) {
      return loading ? this.#waiting(null) : this.#tenants(error);
    }
    const { view, needs } = pageOf(page, PAGES) ?? {};
    if (!view) {
      return this.#nowhere();
    }
    return needs && !may(role, needs) ? this.#forbidden('An admin of this tenant can see this page, or give you the role.') : view;
  }

  #own(page, error) {
    if (page === 'home') {
      return this.#waiting(error);
    }
    const { user } = this.management;
    if (page === 'platform' && user && user.role !== 'platform_admin') {
      return this.#forbidden('Only platform admins see every tenant.');
    }
    return page === 'tenants' ? this.#tenants(null) : (pageOf(page, OWN)?.view ?? this.#nowhere());
  }

  #tenants(error) {
    return html`<tenants-page .trouble=${error?.message ?? null} .said=${this.said}></tenants-page>`;
  }

  #waiting(error) {
    return error
      ? html`<div class="card">
          <p class="notice error" role="alert">${error.message}</p>
          <p class="row"><button @click=${() => this.management.retry()}>Try again</button></p>
        </div>`
      : html`<p class="empty busy" role="status">Loading…</p>`;
  }

  #nowhere() {
    return html`<div class="card"><h1>There is nothing here</h1><p class="muted">The address is wrong. <a href="#/">Go to the start page</a>.</p></div>`;
  }

  #forbidden(why) {
    return html`<div class="card"><h1>Not for your role</h1><p class="muted">${why}</p></div>`;
  }

  updated(changed) {
    const before = changed.get('place');
    if (before && (before.page !== this.place.page || before.tenantId !== this.place.tenantId)) {
      // As when a page is loaded: read from the top, and not from a link that may be gone.
      this.renderRoot.querySelector('main').focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    const name = pageOf(this.place.page, { ...PAGES, ...OWN })?.name ?? 'Tenancy';
    const { tenant } = this.context;
    document.title = this.place.tenantId && tenant ? `${name} · ${tenant.name}` : name;
  }

  #skip(event) {
    event.preventDefault();
    this.renderRoot.querySelector('main').focus();
  }
}

customElements.define('console-shell', ConsoleShell);
