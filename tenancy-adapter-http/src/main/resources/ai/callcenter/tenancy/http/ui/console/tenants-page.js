import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { failed, noticeOf } from '../notice.js';
import { PagedList } from '../paged-list.js';
import { label } from '../permissions.js';
import { table } from '../table.js';
import { TenancyElement } from '../tenancy-element.js';
import { tableStyles } from '../table-styles.js';
import { pageStyles } from './page-styles.js';

/** The user's tenants, to choose one; also where one lands who has lost the tenant that was acted in. */
class TenantsPage extends TenancyElement {
  static styles = [super.styles, tableStyles, pageStyles];

  static properties = { trouble: {}, said: {} };

  #known = null;
  #list = new PagedList(this, ({ q, cursor }, signal) => this.api.getUserTenants({ q, limit: 50, cursor }, signal));

  constructor() {
    super();
    /** Why one has to choose; null where one came by oneself. */
    this.trouble = null;
    /** What was done on the way here. */
    this.said = null;
  }

  willUpdate() {
    const { userTenants, user } = this.management;
    if (user && userTenants !== this.#known) {
      this.#known = userTenants;
      this.#list.reload();
    }
  }

  render() {
    const { items, loading, error, hasMore } = this.#list;
    return html`
      <div class="row spread">
        <h1>Your tenants</h1>
        <input type="search" aria-label="Find a tenant" placeholder="Find a tenant" @input=${this.#list.typed} />
      </div>
      ${this.said && !this.trouble ? html`<p class="notice success" role="status">${this.said}</p>` : nothing}
      ${this.trouble ? html`<p class="notice warning" role="alert">${this.trouble}</p>` : nothing}
      ${noticeOf(this.notice ?? (error && failed(error)))}
      <section class="card" aria-label="Your tenants">
        ${items.length > 0 ? this.#table(items) : this.#none(loading)}
        ${hasMore ? html`<p class="actions"><button @click=${() => this.#list.more()}>Show more</button></p>` : nothing}
      </section>
    `;
  }

  #none(loading) {
    if (loading) {
      return html`<p class="empty busy" role="status">Loading…</p>`;
    }
    return this.#list.query
      ? html`<p class="empty" role="status">No tenant of yours is called that.</p>`
      : html`<p class="empty" role="status">You are in no tenant. <a href="#/new">Create one</a>, or ask an admin to add you.</p>`;
  }

  #table(tenants) {
    const rows = repeat(tenants, ({ id }) => id, (tenant) => this.#row(tenant));
    return table('Your tenants', ['Tenant', 'Your role', 'Users', ''], rows);
  }

  #row(tenant) {
    const current = tenant.id === this.management.currentTenantId;
    return html`
      <tr role="row">
        <td role="cell">
          <div>${tenant.name} ${current ? html`<span class="badge active">Current</span>` : nothing}</div>
          ${tenant.domain ? html`<div class="small muted">${tenant.domain}</div>` : nothing}
          ${tenant.status === 'suspended'
            ? html`<div class="small">Nobody can enter until its operator reactivates it. Nothing is lost.</div>`
            : nothing}
        </td>
        <td role="cell"><span class="badge">${label(tenant.role)}</span></td>
        <td role="cell" class="muted" data-label="Users">${tenant.user_count} of ${tenant.max_users}</td>
        <td role="cell">
          ${tenant.status === 'active'
            ? html`<button aria-label="Open ${tenant.name}" aria-disabled=${this.busy} @click=${() => this.#open(tenant)}>Open</button>`
            : html`<span class="badge ${tenant.status}">${label(tenant.status)}</span>`}
        </td>
      </tr>
    `;
  }

  async #open(tenant) {
    if (await this.act(() => this.management.switchTenant(tenant.id))) {
      this.tell('tenancy-switched', tenant);
    }
  }
}

customElements.define('tenants-page', TenantsPage);
