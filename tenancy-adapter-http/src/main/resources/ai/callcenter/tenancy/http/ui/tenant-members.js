import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import './confirm-dialog.js';
import { count, day } from './format.js';
import './member-form.js';
import { failed, noticeOf } from './notice.js';
import { PagedList } from './paged-list.js';
import { ROLES, label, may } from './permissions.js';
import { table } from './table.js';
import { TenancyElement } from './tenancy-element.js';
import { tableStyles } from './table-styles.js';

/**
 * `<tenant-members>`: the members of the current tenant: search, roles, removal, leaving. What the role does not allow is
 * not offered; what the server refuses (the last admin, no seat left) is said in its words.
 *
 * @fires tenancy-members-changed with `{ kind: 'added' | 'changed' | 'removed', member }`
 * @fires tenancy-left when the user has left the tenant
 * @csspart card · table · notice
 */
export class TenantMembers extends TenancyElement {
  static styles = [
    super.styles,
    tableStyles,
    css`
      :host {
        display: block;
      }

      .card {
        display: grid;
        gap: 1.25rem;
      }

      .more {
        justify-self: center;
      }
    `,
  ];

  #tenantId = null;
  #list = new PagedList(this, ({ q, cursor }, signal) =>
    this.api.listTenantMembers(this.#tenantId, { q, limit: 50, cursor }, signal));

  constructor() {
    super();
    this.addEventListener('tenancy-members-changed', ({ detail }) => {
      // One notice, that of the last thing that was done.
      if (detail.kind === 'added') {
        this.notice = null;
      } else {
        this.renderRoot.querySelector('member-form')?.quiet();
      }
      this.#list.reload();
    });
  }

  willUpdate() {
    const id = this.context.tenant?.id ?? null;
    if (id !== this.#tenantId) {
      this.#tenantId = id;
      this.#list.clear();
      this.notice = null;
      if (id) {
        this.#list.reload();
      }
    }
  }

  render() {
    const { tenant, role } = this.context;
    if (!tenant) {
      return nothing;
    }
    const { items, loading, error, hasMore } = this.#list;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <div class="row spread">
          <h2 id="title" tabindex="-1">Members</h2>
          <input
            type="search"
            aria-label="Find a member"
            placeholder="Find by name or e-mail"
            .value=${this.#list.query}
            @input=${this.#list.typed}
          />
        </div>
        ${may(role, 'manageMembers') ? html`<member-form></member-form>` : nothing}
        ${noticeOf(this.notice ?? (error && failed(error)))}
        ${items.length > 0 ? this.#table(items) : nothing}
        <p class=${items.length > 0 ? 'visually-hidden' : 'empty'} role="status">
          ${loading ? 'Loading the members…' : this.#found(items.length, hasMore)}
        </p>
        ${hasMore
          ? html`<button class="more" aria-disabled=${loading} @click=${() => this.#list.more()}>Show more</button>`
          : nothing}
      </section>
      <confirm-dialog></confirm-dialog>
    `;
  }

  #found(number, hasMore) {
    if (number === 0) {
      return this.#list.error ? '' : 'Nobody here has such a name or e-mail.';
    }
    return `${count(number, 'member')} shown${hasMore ? ', and more to come' : ''}`;
  }

  #table(members) {
    const rows = repeat(members, ({ user_id }) => user_id, (member) => this.#row(member));
    return table('Members', ['Who', 'Role', 'Since', ''], rows);
  }

  #row(member) {
    const myself = member.user_id === this.management.user?.id;
    return html`
      <tr role="row">
        <td role="cell">
          <div>${member.name ?? member.email} ${myself ? html`<span class="badge">You</span>` : nothing}</div>
          ${member.name ? html`<div class="small muted">${member.email}</div>` : nothing}
        </td>
        <td role="cell">${this.#role(member)}</td>
        <td role="cell" class="muted"><time datetime=${member.joined_at}>${day(member.joined_at)}</time></td>
        <td role="cell">${this.#action(member, myself)}</td>
      </tr>
    `;
  }

  #role(member) {
    if (!may(this.context.role, 'manageMembers')) {
      return html`<span class="badge">${label(member.role)}</span>`;
    }
    return html`
      <select aria-label="Role of ${member.email}" @change=${(event) => this.#change(member, event.target)}>
        ${ROLES.map((role) => html`<option value=${role} .selected=${role === member.role}>${label(role)}</option>`)}
      </select>
    `;
  }

  #action(member, myself) {
    if (myself && this.context.role !== 'platform_admin') {
      return html`<button class="quiet danger" @click=${this.#leave}>Leave</button>`;
    }
    return may(this.context.role, 'manageMembers')
      ? html`<button class="quiet danger" aria-label="Remove ${member.email}" @click=${() => this.#remove(member)}>Remove</button>`
      : nothing;
  }

  async #change(member, select) {
    const role = select.value;
    const myself = member.user_id === this.management.user?.id && this.context.role !== 'platform_admin';
    const sure =
      !myself ||
      (await this.#ask({
        title: 'Change your own role?',
        text: `You will be a ${role}. Only another admin can make you an admin again.`,
        action: 'Change',
      }));
    const work = () => this.management.changeTenantMember(member.email, role);
    if (sure && (await this.act(work, `${member.email} has the role ${label(role).toLowerCase()} now.`))) {
      this.tell('tenancy-members-changed', { kind: 'changed', member: { ...member, role } });
    } else {
      select.value = member.role;
    }
  }

  async #remove(member) {
    const sure = await this.#ask({
      title: `Remove ${member.email}?`,
      text: `They lose access to ${this.context.tenant.name} with their next click, in every open session.`,
      action: 'Remove',
    });
    if (sure && (await this.act(() => this.management.removeTenantMember(member.email), `${member.email} was removed.`))) {
      this.tell('tenancy-members-changed', { kind: 'removed', member });
      // The button that had the focus goes with its row.
      this.renderRoot.querySelector('#title').focus();
    }
  }

  async #leave() {
    const { tenant } = this.context;
    const sure = await this.#ask({
      title: `Leave ${tenant.name}?`,
      text: 'You lose access at once. Only an admin can add you again.',
      action: 'Leave',
    });
    if (sure && (await this.act(() => this.management.leaveTenant()))) {
      this.tell('tenancy-left', tenant);
    }
  }

  /** Yes, and still about the tenant that the question named. */
  async #ask(question) {
    const id = this.#tenantId;
    return (await this.renderRoot.querySelector('confirm-dialog').ask(question)) && id === this.#tenantId;
  }
}

customElements.define('tenant-members', TenantMembers);
