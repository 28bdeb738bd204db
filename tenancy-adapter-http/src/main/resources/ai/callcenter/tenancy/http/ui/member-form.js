import { css, html, nothing } from 'lit';
import { noticeOf } from './notice.js';
import { ROLES, ROLE_HINTS, label } from './permissions.js';
import { TenancyElement } from './tenancy-element.js';

/**
 * `<member-form>`: adds a colleague by e-mail, whether or not they have ever signed in.
 *
 * @fires tenancy-members-changed with `{ kind: 'added', member }`
 */
export class MemberForm extends TenancyElement {
  static styles = [
    super.styles,
    css`
      form {
        grid-template-columns: minmax(0, 1fr) minmax(7rem, auto) auto;
        gap: 0.5rem 0.75rem;
        align-items: end;
      }

      .wide {
        grid-column: 1 / -1;
      }

      @media (max-width: 40rem) {
        form {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  static properties = {
    role: { state: true },
  };

  constructor() {
    super();
    this.role = 'member';
  }

  render() {
    return html`
      <form novalidate autocomplete="off" @submit=${this.#submit}>
        <div>
          <label for="email">E-mail of a colleague</label>
          <input
            id="email"
            type="email"
            inputmode="email"
            placeholder="name@company.example"
            aria-invalid=${Boolean(this.faults.email)}
            aria-describedby=${this.faults.email ? 'fault' : nothing}
          />
        </div>
        <div>
          <label for="role">Role</label>
          <select id="role" aria-describedby="hint" @change=${(event) => (this.role = event.target.value)}>
            ${ROLES.map((role) => html`<option value=${role} ?selected=${role === this.role}>${label(role)}</option>`)}
          </select>
        </div>
        <button class="primary" aria-disabled=${this.busy}>${this.busy ? 'Adding…' : 'Add member'}</button>
        ${this.faults.email ? html`<p id="fault" class="fault wide">${this.faults.email}</p>` : nothing}
        <p id="hint" class="hint wide">${label(this.role)}: ${ROLE_HINTS[this.role].toLowerCase()}.</p>
        <div class="wide">${noticeOf(this.notice)}</div>
      </form>
    `;
  }

  /** Takes back what was said last. */
  quiet() {
    this.notice = null;
    this.faults = {};
  }

  async #submit(event) {
    event.preventDefault();
    const field = this.renderRoot.querySelector('#email');
    const email = field.value.trim();
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
      await this.refuse({ email: 'An e-mail address looks like name@company.example.' });
      return;
    }
    const went = await this.act(
      () => this.management.addTenantMember(email, this.role),
      (member) => {
        this.tell('tenancy-members-changed', { kind: 'added', member });
        return `${member.email} is ${member.role === 'admin' ? 'an' : 'a'} ${member.role} now.`;
      },
      ['email'],
    );
    if (went) {
      field.value = '';
      field.focus();
    }
  }
}

customElements.define('member-form', MemberForm);
