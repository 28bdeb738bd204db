import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { count, initials } from './format.js';
import { failed, noticeOf } from './notice.js';
import { PagedList } from './paged-list.js';
import { label } from './permissions.js';
import { giveFocusBack } from './popover.js';
import { TenancyElement } from './tenancy-element.js';
import { switcherStyles } from './tenant-switcher-styles.js';

/** From how many tenants on there is a search. */
const MANY = 6;

/**
 * `<tenant-switcher>`: shows the current tenant, and lets the user act in another one of theirs. The list is paged and
 * searched by the server. A list box by the combobox pattern of ARIA: arrows, Page keys, Enter, Escape; letters search.
 *
 * @fires tenancy-switched with the tenant
 * @csspart button · panel · option · notice
 */
export class TenantSwitcher extends TenancyElement {
  static styles = [super.styles, switcherStyles];

  static properties = {
    open: { state: true },
    at: { state: true },
  };

  #list = new PagedList(this, ({ q, cursor }, signal) => this.api.getUserTenants({ q, limit: 50, cursor }, signal));

  constructor() {
    super();
    this.open = false;
    this.at = 0;
  }

  render() {
    const { tenant, role, loading } = this.context;
    const waiting = this.busy || (loading && !tenant);
    const usable = !waiting && this.management.user !== null;
    return html`
      <button
        class="current"
        part="button"
        id="button"
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        aria-disabled=${!usable}
        popovertarget=${usable ? 'panel' : nothing}
      >
        <span class="avatar" aria-hidden="true">${tenant ? initials(tenant.name) : '?'}</span>
        <span class="visually-hidden">Tenant:</span>
        <span class="name ${waiting ? 'busy' : ''}">${this.#words(tenant, waiting)}</span>
        ${role ? html`<span class="badge">${label(role)}</span>` : nothing}
        <span class="arrow" aria-hidden="true"></span>
      </button>
      <div
        id="panel"
        part="panel"
        popover
        role="dialog"
        aria-label="Choose a tenant"
        @beforetoggle=${this.#toggling}
        @toggle=${this.#toggled}
      >
        ${this.open ? this.#panel() : nothing}
      </div>
      <div class="visually-hidden">${noticeOf(this.notice?.kind === 'success' ? this.notice : null)}</div>
    `;
  }

  #words(tenant, waiting) {
    if (waiting) {
      return this.busy ? 'Switching…' : 'Loading…';
    }
    return tenant?.name ?? 'Choose a tenant';
  }

  #panel() {
    const { query, items, loading, error, hasMore } = this.#list;
    const many = query !== '' || hasMore || items.length >= MANY;
    const active = items.length > 0 ? `option-${this.at}` : nothing;
    return html`
      <div @keydown=${this.#key}>
        <input
          id="search"
          type="search"
          inputmode=${many ? 'search' : 'none'}
          class=${many ? '' : 'visually-hidden'}
          role="combobox"
          aria-label="Find a tenant"
          placeholder="Find a tenant"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls="list"
          aria-activedescendant=${active}
          .value=${query}
          @input=${this.#typed}
        />
        <ul id="list" role="listbox" aria-label="Your tenants" tabindex="-1" @scroll=${this.#scrolled}>
          ${repeat(items, ({ id }) => id, (tenant, index) => this.#option(tenant, index))}
        </ul>
        <p class="small muted ${loading || items.length === 0 ? '' : 'visually-hidden'}" role="status">
          ${loading ? 'Loading…' : this.#found(items.length, hasMore)}
        </p>
        ${noticeOf(this.notice ?? (error && failed(error)))}
      </div>
    `;
  }

  #found(number, hasMore) {
    if (number === 0) {
      return this.#list.query ? 'No tenant of yours is called that.' : 'You are in no tenant yet.';
    }
    return `${count(number, 'tenant')}${hasMore ? ', and more below' : ''}`;
  }

  #option(tenant, index) {
    const current = tenant.id === this.management.currentTenantId;
    return html`
      <li
        role="option"
        part="option"
        id="option-${index}"
        class=${index === this.at ? 'at' : ''}
        aria-selected=${current}
        aria-disabled=${tenant.status !== 'active'}
        @click=${() => this.#choose(tenant)}
        @pointermove=${() => (this.at = index)}
      >
        <div class="avatar" aria-hidden="true">${initials(tenant.name)}</div>
        <div>
          <div class="name">${tenant.name}</div>
          <div class="small muted">${label(tenant.role)} · ${tenant.user_count} of ${count(tenant.max_users, 'user')}</div>
        </div>
        ${tenant.status === 'active' ? nothing : html`<span class="badge ${tenant.status}">${label(tenant.status)}</span>`}
        ${current ? html`<span class="check" aria-hidden="true">✓</span>` : nothing}
      </li>
    `;
  }

  #onResize = () => this.open && this.#place(this.renderRoot.querySelector('#panel'));

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('resize', this.#onResize);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.#onResize);
  }

  updated(changed) {
    if (changed.has('at')) {
      this.renderRoot.querySelector('.at')?.scrollIntoView({ block: 'nearest' });
    }
  }

  #toggling(event) {
    giveFocusBack(event);
    this.open = event.newState === 'open';
    if (this.open) {
      this.notice = null;
      this.#list.clear();
      this.at = 0;
      this.#place(event.target);
    }
  }

  async #toggled({ newState }) {
    if (newState !== 'open') {
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector('#search')?.focus();
    await this.#list.reload();
    const current = this.#list.items.findIndex(({ id }) => id === this.management.currentTenantId);
    this.at = Math.max(0, current);
  }

  /** Below the button, and within what can be seen. */
  #place(panel) {
    const button = this.renderRoot.querySelector('#button').getBoundingClientRect();
    const width = Math.min(384, innerWidth - 24);
    panel.style.setProperty('left', `${Math.max(12, Math.min(button.left, innerWidth - width - 12))}px`);
    panel.style.setProperty('top', `${button.bottom + 6}px`);
    panel.style.setProperty('max-height', `${Math.max(160, innerHeight - button.bottom - 18)}px`);
  }

  #typed(event) {
    this.at = 0;
    this.#list.typed(event);
  }

  #scrolled({ target }) {
    if (target.scrollHeight - target.scrollTop - target.clientHeight < 200) {
      this.#list.more();
    }
  }

  #key(event) {
    const last = this.#list.items.length - 1;
    const moves = { ArrowDown: this.at + 1, ArrowUp: this.at - 1, PageDown: this.at + 8, PageUp: this.at - 8 };
    if (event.key in moves) {
      event.preventDefault();
      this.at = Math.max(0, Math.min(last, moves[event.key]));
      if (moves[event.key] > last - 5) {
        this.#list.more();
      }
    } else if (event.key === 'Enter' && this.#list.items[this.at]) {
      event.preventDefault();
      this.#choose(this.#list.items[this.at]);
    } else if (event.key === 'Tab') {
      this.renderRoot.querySelector('#panel').hidePopover();
    }
  }

  async #choose(tenant) {
    if (tenant.status !== 'active') {
      this.notice = { kind: 'warning', text: `${tenant.name} is ${tenant.status}. Ask its operator.` };
      return;
    }
    const went = await this.act(() => this.management.switchTenant(tenant.id), `You are in ${tenant.name} now.`);
    if (went) {
      this.renderRoot.querySelector('#panel').hidePopover();
      this.renderRoot.querySelector('#button').focus();
      this.tell('tenancy-switched', tenant);
    }
  }
}

customElements.define('tenant-switcher', TenantSwitcher);
