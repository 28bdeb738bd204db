import { css, html, nothing } from 'lit';
import { count, day } from './format.js';
import { label } from './permissions.js';
import { TenancyElement } from './tenancy-element.js';

/**
 * `<tenant-info>`: the current tenant, and how many of its seats are taken.
 *
 * @csspart card the whole · meter the seats · notice the error
 */
export class TenantInfo extends TenancyElement {
  static styles = [
    super.styles,
    css`
      :host {
        display: block;
      }

      .card {
        display: grid;
        gap: 1.25rem;
      }

      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
        gap: 1rem;
        margin: 0;
      }

      dt {
        color: var(--muted);
        font-size: 0.8125rem;
      }

      dd {
        margin: 0;
      }

      .wide {
        grid-column: 1 / -1;
      }

      .meter {
        height: 0.5rem;
        overflow: hidden;
        background: var(--raised);
        border: 1px solid var(--border);
        border-radius: 99px;
      }

      .meter > div {
        height: 100%;
        background: var(--accent);
      }

      .full > div {
        background: var(--danger);
      }

      code {
        padding: 0.0625rem 0.375rem;
        background: var(--raised);
        border-radius: 4px;
        font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
      }
    `,
  ];

  render() {
    const { tenant, loading, error } = this.context;
    if (!tenant) {
      return html`<div class="card" part="card">${loading ? this.#waiting() : this.#none(error)}</div>`;
    }
    return html`
      <section class="card" part="card" aria-label="About ${tenant.name}">
        <div>
          <div class="row spread">
            <h2>${tenant.name}</h2>
            <span class="badge ${tenant.status}">${label(tenant.status)}</span>
          </div>
          ${tenant.description ? html`<p class="muted">${tenant.description}</p>` : nothing}
        </div>
        ${this.#seats(tenant)}
        <dl>
          <div><dt>Domain</dt><dd>${tenant.domain ?? html`<span class="muted">None</span>`}</dd></div>
          <div><dt>Created</dt><dd><time datetime=${tenant.created_at}>${day(tenant.created_at)}</time></dd></div>
          ${this.context.role ? html`<div><dt>Your role</dt><dd>${label(this.context.role)}</dd></div>` : nothing}
          ${this.#metadata(tenant.metadata)}
        </dl>
      </section>
    `;
  }

  #waiting() {
    return html`<p class="muted busy" role="status">Loading the tenant…</p>`;
  }

  #none(error) {
    const text = this.management.user ? 'No tenant is chosen.' : 'Nobody is signed in.';
    return html`<p class=${error ? 'notice error' : 'muted'} role="status">${error?.message ?? text}</p>`;
  }

  #seats({ user_count: users, max_users: seats }) {
    const share = Math.min(100, (100 * users) / seats);
    const left = Math.max(0, seats - users);
    return html`
      <div>
        <div class="row spread small">
          <span id="seats">${users.toLocaleString()} of ${count(seats, 'seat')} taken</span>
          <span class="muted">${left === 0 ? 'None left' : `${left.toLocaleString()} left`}</span>
        </div>
        <div
          class="meter ${left === 0 ? 'full' : ''}"
          part="meter"
          role="meter"
          aria-labelledby="seats"
          aria-valuemin="0"
          aria-valuemax=${seats}
          aria-valuenow=${users}
        >
          <div .style=${`inline-size:${share}%`}></div>
        </div>
      </div>
    `;
  }

  #metadata(metadata) {
    const entries = Object.entries(metadata ?? {});
    if (entries.length === 0) {
      return nothing;
    }
    return html`<div class="wide">
      <dt>Metadata</dt>
      <dd class="row">
        ${entries.map(([key, value]) => html`<code>${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}</code>`)}
      </dd>
    </div>`;
  }
}

customElements.define('tenant-info', TenantInfo);
