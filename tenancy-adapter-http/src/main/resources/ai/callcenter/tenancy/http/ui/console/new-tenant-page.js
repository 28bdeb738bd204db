import { html, nothing } from 'lit';
import { field, seatsFault, textOf } from '../field.js';
import { noticeOf } from '../notice.js';
import { TenancyElement } from '../tenancy-element.js';
import { pageStyles } from './page-styles.js';

/** Makes a tenant, of which the user is the first admin; a platform admin makes one for somebody else. */
class NewTenantPage extends TenancyElement {
  static styles = [super.styles, pageStyles];

  #made = null;

  render() {
    const operator = this.management.user?.role === 'platform_admin';
    return html`
      <div>
        <h1>New tenant</h1>
        <p class="muted">A tenant is an organization with members, settings and data of its own. ${operator
            ? 'Whom you name is its first admin; else you are.'
            : 'You will be its first admin.'}</p>
      </div>
      <form class="card" novalidate @submit=${this.#submit}>
        ${field({ id: 'name', label: 'Name', fault: this.faults.name, required: true, autocomplete: 'organization' })}
        ${field({
          id: 'domain',
          label: 'Domain (optional)',
          hint: 'Such as desk.example. No two tenants have the same.',
          fault: this.faults.domain,
        })}
        ${field({ id: 'description', label: 'Description (optional)', fault: this.faults.description, rows: 3 })}
        ${operator ? this.#operatorFields() : nothing}
        ${noticeOf(this.notice)}
        <div class="actions">
          <button class="primary" aria-disabled=${this.busy}>${this.busy ? 'Creating it…' : 'Create tenant'}</button>
          <a href="#/tenants">Cancel</a>
        </div>
      </form>
    `;
  }

  #operatorFields() {
    return html`
      ${field({
        id: 'owner_email',
        label: 'First admin (optional)',
        hint: 'Whose tenant it is; empty: you.',
        type: 'email',
        fault: this.faults.owner_email,
      })}
      ${field({ id: 'max_users', label: 'Seats (optional)', type: 'number', fault: this.faults.max_users })}
    `;
  }

  async #submit(event) {
    event.preventDefault();
    const input = Object.fromEntries(
      ['name', 'domain', 'description', 'owner_email', 'max_users']
        .map((id) => [id, textOf(this.renderRoot, id)])
        .filter(([, text]) => text !== ''),
    );
    if (input.max_users) {
      input.max_users = Number(input.max_users);
    }
    const faults = { ...(input.name ? {} : { name: 'Give it a name.' }), ...seatsFault(this.renderRoot) };
    if (Object.keys(faults).length > 0) {
      await this.refuse(faults);
    } else if (await this.act(() => this.#make(input), undefined, Object.keys(input))) {
      this.tell('tenancy-switched', this.#made);
    }
  }

  async #make(input) {
    this.#made = await this.management.createTenant(input);
  }
}

customElements.define('new-tenant-page', NewTenantPage);
