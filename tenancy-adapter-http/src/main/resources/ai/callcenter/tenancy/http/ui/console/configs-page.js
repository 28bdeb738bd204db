import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import '../confirm-dialog.js';
import { field, parsed, textOf } from '../field.js';
import { moment } from '../format.js';
import { failed, noticeOf } from '../notice.js';
import { PagedList } from '../paged-list.js';
import { may } from '../permissions.js';
import { table } from '../table.js';
import { TenancyElement } from '../tenancy-element.js';
import { tableStyles } from '../table-styles.js';
import { pageStyles } from './page-styles.js';

/** The keys of the tenant's configuration, each with a JSON value. */
class ConfigsPage extends TenancyElement {
  static styles = [super.styles, tableStyles, pageStyles];

  static properties = { edited: { state: true } };

  #id = null;
  #list = new PagedList(this, ({ cursor }) => this.api.listConfigs(this.#id, { limit: 50, cursor }));

  constructor() {
    super();
    /** What the form has: an entry of the list, `{}` for a new one, null where the form is closed. */
    this.edited = null;
  }

  willUpdate() {
    const id = this.context.tenant?.id ?? null;
    if (id !== this.#id) {
      this.#id = id;
      this.edited = null;
      this.#list.clear();
      if (id) {
        this.#list.reload();
      }
    }
  }

  render() {
    const { items, loading, error, hasMore } = this.#list;
    const writes = may(this.context.role, 'writeConfigs');
    return html`
      <div class="row spread">
        <h1 tabindex="-1">Configuration</h1>
        ${writes && !this.edited ? html`<button id="set" @click=${() => this.#edit({})}>Set a key</button>` : nothing}
      </div>
      ${noticeOf(this.notice ?? (error && failed(error)))}
      ${this.edited ? keyed(this.edited, this.#form(this.edited)) : nothing}
      <section class="card" aria-label="Keys">
        ${items.length > 0
          ? this.#table(items, writes)
          : html`<p class="empty" role="status">${error ? '' : loading ? 'Loading…' : 'No key is set. Services read their settings for this tenant here.'}</p>`}
        ${hasMore ? html`<p class="actions"><button @click=${() => this.#list.more()}>Show more</button></p>` : nothing}
      </section>
      <confirm-dialog></confirm-dialog>
    `;
  }

  #form({ key, value }) {
    return html`
      <form class="card" novalidate @submit=${this.#submit}>
        ${field({
          id: 'key',
          label: 'Key',
          value: key ?? '',
          readonly: key !== undefined,
          fault: this.faults.key,
          hint: 'Lower-case letters, digits, dots, dashes, underscores: queue.default',
        })}
        ${field({
          id: 'value',
          label: 'Value',
          value: key === undefined ? '' : JSON.stringify(value, null, 2),
          fault: this.faults.value,
          hint: 'Any JSON: 30, "text", true, {"max_wait": 30}',
          rows: 5,
          code: true,
        })}
        <div class="actions">
          <button class="primary" aria-disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save'}</button>
          <button type="button" class="quiet" @click=${() => this.#edit(null)}>Cancel</button>
        </div>
      </form>
    `;
  }

  #table(configs, writes) {
    const rows = repeat(configs, ({ key }) => key, (config) => this.#row(config, writes));
    return table('Keys', ['Key', 'Value', 'Changed', ''], rows);
  }

  #row(config, writes) {
    return html`
      <tr role="row">
        <td role="cell"><code>${config.key}</code></td>
        <td role="cell"><pre>${JSON.stringify(config.value, null, 1)}</pre></td>
        <td role="cell" class="muted"><time datetime=${config.updated_at}>${moment(config.updated_at)}</time></td>
        <td role="cell">
          ${writes
            ? html`<button class="quiet" aria-label="Edit ${config.key}" @click=${() => this.#edit(config)}>Edit</button>
                <button class="quiet danger" aria-label="Delete ${config.key}" @click=${() => this.#delete(config)}>Delete</button>`
            : nothing}
        </td>
      </tr>
    `;
  }

  /** Opens the form with what is there now, for a change of somebody else's is not to be undone; null closes it. */
  async #edit(config) {
    const fresh = async () => (config?.key ? this.api.getConfig(this.#id, config.key) : config);
    if (await this.act(async () => (this.edited = await fresh()))) {
      await this.#focus(config ? (config.key ? '#value' : '#key') : '#set');
    }
  }

  async #submit(event) {
    event.preventDefault();
    const key = textOf(this.renderRoot, 'key');
    const { value, fault } = parsed(textOf(this.renderRoot, 'value'));
    const faults = { ...(key ? {} : { key: 'Name the key.' }), ...(fault ? { value: fault } : {}) };
    if (Object.keys(faults).length > 0) {
      await this.refuse(faults);
    } else if (await this.act(() => this.#save(key, value), `${key} is set.`, ['key', 'value'])) {
      this.edited = null;
      this.#list.reload();
      await this.#focus('h1');
    }
  }

  async #save(key, value) {
    const isNew = this.edited.key === undefined;
    try {
      await this.api.setConfig(this.#id, key, value, { ifMatch: this.api.etagOf(this.edited), ifAbsent: isNew });
    } catch (error) {
      if (error.code !== 'precondition_failed') {
        throw error;
      }
      throw new Error(
        isNew ? `${key} is set already. Edit it in the list.` : `Somebody else has changed ${key} meanwhile. Cancel, and look again.`,
      );
    }
  }

  async #delete({ key }) {
    const id = this.#id;
    const sure = await this.renderRoot.querySelector('confirm-dialog').ask({
      title: `Delete ${key}?`,
      text: 'Services that read it find nothing from then on. The trail keeps what it was.',
      action: 'Delete',
    });
    if (sure && id === this.#id && (await this.act(() => this.api.deleteConfig(id, key), `${key} was deleted.`))) {
      this.#list.reload();
      await this.#focus('h1');
    }
  }

  /** What had the focus has gone. */
  async #focus(selector) {
    await this.updateComplete;
    this.renderRoot.querySelector(selector)?.focus();
  }
}

customElements.define('configs-page', ConfigsPage);
