import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../confirm-dialog.js';
import { failed, noticeOf } from '../notice.js';
import { PagedList } from '../paged-list.js';
import { DELETION, label } from '../permissions.js';
import { table } from '../table.js';
import { TenancyElement } from '../tenancy-element.js';
import { tableStyles } from '../table-styles.js';
import { pageStyles } from './page-styles.js';
import { tenantPage } from './router.js';

/** Every tenant, for platform admins: search, enter, suspend, reactivate, seats, delete. */
class PlatformPage extends TenancyElement {
  static styles = [
    super.styles,
    tableStyles,
    pageStyles,
    css`
      .seats {
        width: 5.5rem;
      }

      .filters {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 11rem;
        gap: 0.75rem;
      }

      @media (max-width: 40rem) {
        .filters {
          grid-template-columns: minmax(0, 1fr);
        }
      }

      td .actions {
        gap: 0.25rem;
        justify-content: flex-end;
      }
    `,
  ];

  #status = '';
  #list = new PagedList(this, ({ q, cursor }, signal) =>
    this.api.listTenants({ q, status: this.#status, limit: 50, cursor }, signal));

  firstUpdated() {
    super.firstUpdated();
    this.#list.reload();
  }

  render() {
    const { items, loading, error, hasMore } = this.#list;
    return html`
      <h1 tabindex="-1">All tenants</h1>
      <div class="filters">
        <input type="search" aria-label="Find a tenant" placeholder="Find by name or domain" @input=${this.#list.typed} />
        <select aria-label="Status" @change=${this.#chosen}>
          <option value="">Every status</option>
          ${['active', 'suspended', 'deleted'].map((status) => html`<option value=${status}>${label(status)}</option>`)}
        </select>
      </div>
      ${noticeOf(this.notice ?? (error && failed(error)))}
      <section class="card" aria-label="All tenants">
        ${items.length > 0 ? this.#table(items) : html`<p class="empty" role="status">${error ? '' : loading ? 'Loading…' : 'No tenant matches.'}</p>`}
        ${hasMore ? html`<p class="actions"><button aria-disabled=${loading} @click=${() => this.#list.more()}>Show more</button></p>` : nothing}
      </section>
      <confirm-dialog></confirm-dialog>
    `;
  }

  #table(tenants) {
    const rows = repeat(tenants, ({ id }) => id, (tenant) => this.#row(tenant));
    return table('All tenants', ['Tenant', 'Status', 'Users', 'Seats', ''], rows);
  }

  #row(tenant) {
    const alive = tenant.status !== 'deleted';
    return html`
      <tr role="row">
        <td role="cell">
          <div>${alive ? html`<a href=${tenantPage(tenant.id)}>${tenant.name}</a>` : tenant.name}</div>
          ${tenant.domain ? html`<div class="small muted">${tenant.domain}</div>` : nothing}
        </td>
        <td role="cell"><span class="badge ${tenant.status}">${label(tenant.status)}</span></td>
        <td role="cell" class="muted" data-label="Users">${tenant.user_count.toLocaleString()}</td>
        <td role="cell" data-label="Seats">${alive ? this.#seats(tenant) : tenant.max_users.toLocaleString()}</td>
        <td role="cell">${alive ? this.#actions(tenant) : nothing}</td>
      </tr>
    `;
  }

  #seats(tenant) {
    return html`<input
      class="seats"
      type="number"
      min="1"
      aria-label="Seats of ${tenant.name}"
      max="1000000"
      .value=${String(tenant.max_users)}
      @keydown=${(event) => event.key === 'Enter' && this.#limit(tenant, event.target)}
      @blur=${(event) => this.#limit(tenant, event.target)}
    />`;
  }

  #actions(tenant) {
    const active = tenant.status === 'active';
    return html`<div class="actions">
      <button
        class="quiet"
        aria-label="${active ? 'Suspend' : 'Reactivate'} ${tenant.name}"
        @click=${() => (active ? this.#suspend(tenant) : this.#change(tenant, { status: 'active' }, `${tenant.name} is active again.`))}
      >
        ${active ? 'Suspend' : 'Reactivate'}
      </button>
      <button class="quiet danger" aria-label="Delete ${tenant.name}" @click=${() => this.#delete(tenant)}>Delete</button>
    </div>`;
  }

  #chosen(event) {
    this.#status = event.target.value;
    this.#list.reload();
  }

  async #limit(tenant, input) {
    const seats = Number(input.value);
    if (seats === tenant.max_users && !input.validity.badInput) {
      return;
    }
    if (!/^[1-9]\d{0,6}$/.test(input.value) || seats > 1_000_000) {
      this.notice = { kind: 'error', text: 'Seats are a whole number from 1 to 1,000,000.' };
      input.value = String(tenant.max_users);
    } else if (!(await this.#change(tenant, { max_users: seats }, `${tenant.name} has ${seats.toLocaleString()} seats now.`))) {
      input.value = String(tenant.max_users);
    }
  }

  async #suspend(tenant) {
    const sure = await this.#ask({
      title: `Suspend ${tenant.name}?`,
      text: 'Its members are shut out with their next click, until it is reactivated. Nothing is lost.',
      action: 'Suspend',
    });
    if (sure) {
      await this.#change(tenant, { status: 'suspended' }, `${tenant.name} is suspended.`);
    }
  }

  async #delete(tenant) {
    const sure = await this.#ask({
      title: `Delete ${tenant.name}?`,
      text: DELETION,
      action: 'Delete',
      phrase: tenant.name,
    });
    if (sure && (await this.act(() => this.api.deleteTenant(tenant.id), `${tenant.name} was deleted.`))) {
      await this.#changed(tenant);
      // The button that had the focus goes with its row.
      this.renderRoot.querySelector('h1').focus();
    }
  }

  /** Here, and where else it is shown. */
  async #changed({ id }) {
    await this.#list.reload();
    if (id === this.management.currentTenantId) {
      await this.management.refresh();
    }
  }

  async #change(tenant, patch, success) {
    const went = await this.act(() => this.api.updateTenant(tenant.id, patch), success);
    if (went) {
      await this.#changed(tenant);
    }
    return went;
  }

  #ask(question) {
    return this.renderRoot.querySelector('confirm-dialog').ask(question);
  }
}

customElements.define('platform-page', PlatformPage);
