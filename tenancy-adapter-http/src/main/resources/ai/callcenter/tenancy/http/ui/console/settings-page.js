import { html, nothing } from 'lit';
import '../confirm-dialog.js';
import { field, parsed, textOf } from '../field.js';
import { done, noticeOf } from '../notice.js';
import { may } from '../permissions.js';
import { TenancyElement } from '../tenancy-element.js';
import { pageStyles } from './page-styles.js';

/** Name, domain, description, metadata, for a platform admin seats too; and the end of the tenant. */
class SettingsPage extends TenancyElement {
  static styles = [super.styles, pageStyles];

  static properties = {
    read: { state: true },
  };

  #id = null;

  constructor() {
    super();
    /** The tenant as it was when the form was filled: what is saved must not undo somebody else's change. */
    this.read = null;
  }

  willUpdate() {
    const id = this.context.tenant?.id ?? null;
    if (id !== this.#id) {
      this.#id = id;
      this.read = null;
      this.#load();
    }
  }

  async #load() {
    await this.act(async () => {
      this.read = await this.api.getTenantInfo(this.#id);
    });
  }

  render() {
    const tenant = this.read;
    return html`
      <h1>Settings</h1>
      ${tenant ? this.#form(tenant) : noticeOf(this.notice)}
      ${tenant && may(this.context.role, 'deleteTenant') ? this.#end(tenant) : nothing}
      <confirm-dialog></confirm-dialog>
    `;
  }

  #form(tenant) {
    const { faults } = this;
    return html`
      <form class="card" novalidate @submit=${this.#submit}>
        ${field({ id: 'name', label: 'Name', value: tenant.name, fault: faults.name, required: true })}
        ${field({ id: 'domain', label: 'Domain', value: tenant.domain ?? '', fault: faults.domain, hint: 'Such as acme.example; empty: none.' })}
        ${field({ id: 'description', label: 'Description', value: tenant.description ?? '', fault: faults.description, rows: 3 })}
        ${field({
          id: 'metadata',
          label: 'Metadata',
          value: JSON.stringify(tenant.metadata, null, 2),
          fault: faults.metadata,
          hint: 'A JSON object, for your own programs to read.',
          rows: 6,
          code: true,
        })}
        ${may(this.context.role, 'changeSeats')
          ? field({ id: 'max_users', label: 'Seats', type: 'number', value: String(tenant.max_users), fault: faults.max_users })
          : nothing}
        ${noticeOf(this.notice)}
        <div class="actions">
          <button class="primary" aria-disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save'}</button>
          <button type="button" class="quiet" @click=${this.#load}>Undo changes</button>
        </div>
      </form>
    `;
  }

  #end(tenant) {
    return html`
      <section class="card stack" aria-labelledby="end">
        <div>
          <h2 id="end">Delete this tenant</h2>
          <p class="muted">Nobody can enter it any more. Its members keep their accounts and their other tenants.</p>
        </div>
        <div class="actions"><button class="danger" @click=${() => this.#delete(tenant)}>Delete ${tenant.name}</button></div>
      </section>
    `;
  }

  async #submit(event) {
    event.preventDefault();
    const text = (id) => textOf(this.renderRoot, id);
    const metadata = parsed(text('metadata') || '{}');
    const faults = {
      ...(text('name') ? {} : { name: 'Give it a name.' }),
      ...(metadata.fault ? { metadata: metadata.fault } : {}),
    };
    if (Object.keys(faults).length > 0) {
      await this.refuse(faults);
      return;
    }
    const patch = this.#patch(text, metadata.value);
    if (Object.keys(patch).length === 0) {
      this.notice = done('Nothing has changed.');
    } else {
      await this.act(() => this.#save(patch), 'Saved.', Object.keys(patch));
    }
  }

  /** What is not as it was read. */
  #patch(text, metadata) {
    const wanted = { name: text('name'), domain: text('domain') || null, description: text('description') || null };
    const patch = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => value !== this.read[name]));
    if (JSON.stringify(metadata) !== JSON.stringify(this.read.metadata)) {
      patch.metadata = withRemovals(metadata, this.read.metadata);
    }
    if (text('max_users') && Number(text('max_users')) !== this.read.max_users) {
      patch.max_users = Number(text('max_users'));
    }
    return patch;
  }

  async #save(patch) {
    try {
      await this.management.updateTenant(patch, this.api.etagOf(this.read));
      this.read = await this.api.getTenantInfo(this.#id);
    } catch (error) {
      throw error.code === 'precondition_failed'
        ? new Error('Somebody else has changed it meanwhile. “Undo changes” shows what it is now.')
        : error;
    }
  }

  async #delete(tenant) {
    const sure = await this.renderRoot.querySelector('confirm-dialog').ask({
      title: `Delete ${tenant.name}?`,
      text: 'Its members lose access with their next click. Only an operator can look at what is left of it.',
      action: 'Delete',
      phrase: tenant.name,
    });
    if (sure && (await this.act(() => this.management.deleteTenant()))) {
      this.tell('tenancy-left', tenant);
    }
  }
}

/** A merge patch (RFC 7396) that makes one JSON value of another: what is gone is null. */
function withRemovals(wanted, present) {
  if (!isObject(wanted) || !isObject(present)) {
    return wanted;
  }
  const gone = Object.keys(present).filter((key) => !(key in wanted));
  return {
    ...Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, withRemovals(value, present[key])])),
    ...Object.fromEntries(gone.map((key) => [key, null])),
  };
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

customElements.define('settings-page', SettingsPage);
