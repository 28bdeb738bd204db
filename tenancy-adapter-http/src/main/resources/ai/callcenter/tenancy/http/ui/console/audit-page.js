import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { moment } from '../format.js';
import { failed, noticeOf } from '../notice.js';
import { PagedList } from '../paged-list.js';
import { label } from '../permissions.js';
import { table } from '../table.js';
import { TenancyElement } from '../tenancy-element.js';
import { tableStyles } from '../table-styles.js';
import { pageStyles } from './page-styles.js';

/** What was changed, by whom and when, newest first. */
class AuditPage extends TenancyElement {
  static styles = [
    super.styles,
    tableStyles,
    pageStyles,
    css`
      td {
        vertical-align: top;
      }

      th:last-child,
      td:last-child {
        text-align: start;
      }

      summary {
        color: var(--accent);
        cursor: pointer;
      }
    `,
  ];

  #id = null;
  #list = new PagedList(this, ({ cursor }) => this.api.listAudit(this.#id, { limit: 50, cursor }));

  willUpdate() {
    const id = this.context.tenant?.id ?? null;
    if (id !== this.#id) {
      this.#id = id;
      this.#list.clear();
      if (id) {
        this.#list.reload();
      }
    }
  }

  render() {
    const { items, loading, error, hasMore } = this.#list;
    return html`
      <div class="row spread">
        <h1>Audit trail</h1>
        <button aria-disabled=${loading} @click=${() => this.#list.reload()}>Refresh</button>
      </div>
      ${noticeOf(error && failed(error))}
      <section class="card" aria-label="What was changed">
        ${items.length > 0 ? this.#table(items) : html`<p class="empty" role="status">${error ? '' : loading ? 'Loading…' : 'Nothing has been changed yet.'}</p>`}
        ${hasMore ? html`<p class="actions"><button aria-disabled=${loading} @click=${() => this.#list.more()}>Show more</button></p>` : nothing}
      </section>
    `;
  }

  #table(entries) {
    const rows = repeat(entries, ({ id }) => id, (entry) => this.#row(entry));
    return table('What was changed', ['What', 'By', 'When', 'Details'], rows);
  }

  #row({ action, subject, actor, at, before, after }) {
    return html`
      <tr role="row">
        <td role="cell">
          <div>${label(action.replaceAll('.', ' '))}</div>
          ${subject === this.#id ? nothing : html`<div class="small muted">${subject}</div>`}
        </td>
        <td role="cell" data-label="By">
          ${actor.name} ${actor.kind === 'user' ? nothing : html`<span class="badge">${label(actor.kind)}</span>`}
        </td>
        <td role="cell" class="muted"><time datetime=${at}>${moment(at)}</time></td>
        <td role="cell">${before === null && after === null ? nothing : this.#details(before, after)}</td>
      </tr>
    `;
  }

  #details(before, after) {
    return html`
      <details>
        <summary>Show</summary>
        ${before === null ? nothing : html`<div class="small muted">Before</div><pre>${JSON.stringify(before, null, 1)}</pre>`}
        ${after === null ? nothing : html`<div class="small muted">After</div><pre>${JSON.stringify(after, null, 1)}</pre>`}
      </details>
    `;
  }
}

customElements.define('audit-page', AuditPage);
