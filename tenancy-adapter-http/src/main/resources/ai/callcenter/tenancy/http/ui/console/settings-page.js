import { html, nothing } from 'lit';
import '../confirm-dialog.js';
import { field, parsed, seatsFault, textOf } from '../field.js';
import { addsNull, mergePatch } from '../merge-patch.js';
import { done, failed, noticeOf } from '../notice.js';
import { DELETION, may } from '../permissions.js';
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

  #onBack = () => this.read || this.#load(this.#id);

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('tenancy-back', this.#onBack);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('tenancy-back', this.#onBack);
  }

  willUpdate() {
    const id = this.context.tenant?.id ?? null;
    if (id !== this.#id) {
      this.#id = id;
      this.read = null;
      this.notice = null;
      if (id) {
        this.#load(id);
      }
    }
  }

  async #load(id) {
    const read = await this.api.getTenantInfo(id).catch((error) => {
      this.notice = failed(error);
      return null;
    });
    if (id === this.#id) {
      this.read = read ?? this.read;
    }
    return read !== null;
  }

  /** Fills the form anew: what was typed is not what Lit has written, so it would stay. */
  async #undo() {
    this.faults = {};
    this.notice = null;
    if (await this.#load(this.#id)) {
      await this.updateComplete;
      for (const [id, text] of Object.entries(textsOf(this.read))) {
        const input = this.renderRoot.querySelector(`#${id}`);
        if (input) {
          input.value = text;
        }
      }
    }
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
    const texts = textsOf(tenant);
    const part = (id, label, more = {}) => field({ id, label, value: texts[id], fault: faults[id], ...more });
    return html`
      <form class="card" novalidate @submit=${this.#submit}>
        ${part('name', 'Name', { required: true })}
        ${part('domain', 'Domain', { hint: 'Such as acme.example; empty: none.' })}
        ${part('description', 'Description', { rows: 3 })}
        ${part('metadata', 'Metadata', { hint: 'A JSON object, for your own programs to read.', rows: 6, code: true })}
        ${may(this.context.role, 'changeSeats') ? part('max_users', 'Seats', { type: 'number' }) : nothing}
        ${noticeOf(this.notice)}
        <div class="actions">
          <button class="primary" aria-disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save'}</button>
          <button type="button" class="quiet" @click=${this.#undo}>Undo changes</button>
        </div>
      </form>
    `;
  }

  #end(tenant) {
    return html`
      <section class="card stack" aria-labelledby="end">
        <div>
          <h2 id="end">Delete this tenant</h2>
          <p class="muted">${DELETION}</p>
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
      ...(addsNull(metadata.value, this.read.metadata) ? { metadata: NO_NULL } : {}),
      ...seatsFault(this.renderRoot),
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
      patch.metadata = mergePatch(metadata, this.read.metadata);
    }
    if (text('max_users') && Number(text('max_users')) !== this.read.max_users) {
      patch.max_users = Number(text('max_users'));
    }
    return patch;
  }

  async #save(patch) {
    try {
      await this.management.updateTenant(patch, { ifMatch: this.api.etagOf(this.read) });
      this.read = await this.api.getTenantInfo(this.#id);
    } catch (error) {
      throw error.code === 'precondition_failed'
        ? new Error('Somebody else has changed it meanwhile. “Undo changes” shows what it is now.')
        : error;
    }
  }

  async #delete(tenant) {
    const id = this.#id;
    const sure = await this.renderRoot.querySelector('confirm-dialog').ask({
      title: `Delete ${tenant.name}?`,
      text: DELETION,
      action: 'Delete',
      phrase: tenant.name,
    });
    if (sure && id === this.#id && (await this.act(() => this.management.deleteTenant()))) {
      this.tell('tenancy-left', tenant);
    }
  }
}

const NO_NULL = 'Null cannot be kept here: leave the name out, or choose another value.';

/** A tenant as the texts of the form's fields. */
function textsOf({ name, domain, description, metadata, max_users: seats }) {
  return {
    name,
    domain: domain ?? '',
    description: description ?? '',
    metadata: JSON.stringify(metadata, null, 2),
    max_users: String(seats),
  };
}

customElements.define('settings-page', SettingsPage);
