import { css, html, nothing } from 'lit';
import { initials } from '../format.js';
import { noticeOf } from '../notice.js';
import { giveFocusBack } from '../popover.js';
import { TenancyElement } from '../tenancy-element.js';

/**
 * `<account-menu>`: who is signed in, and the ways out.
 *
 * @fires sign-out
 */
class AccountMenu extends TenancyElement {
  static styles = [
    super.styles,
    css`
      #button {
        display: grid;
        place-items: center;
        width: 2.375rem;
        padding: 0;
        color: var(--accent);
        background: var(--accent-soft);
        border-color: transparent;
        border-radius: 50%;
        font-size: 0.8125rem;
        font-weight: 650;
      }

      #panel {
        inset: 3.75rem 1rem auto auto;
        width: min(18rem, calc(100vw - 2rem));
        margin: 0;
        padding: 1rem;
      }

      .content {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  render() {
    const { user } = this.management;
    const name = user.name ?? user.email;
    return html`
      <button id="button" popovertarget="panel" aria-label="Account of ${name}">${initials(name)}</button>
      <div id="panel" popover @beforetoggle=${giveFocusBack}>
        <div class="content">
          <div>
            <div>${name}</div>
            ${user.name ? html`<div class="small muted">${user.email}</div>` : nothing}
            ${user.role === 'platform_admin' ? html`<span class="badge">Platform admin</span>` : nothing}
          </div>
          <button @click=${() => this.tell('sign-out')}>Sign out</button>
          <button class="danger" aria-describedby="everywhere" aria-disabled=${this.busy} @click=${this.#everywhere}>
            Sign out everywhere
          </button>
          <p id="everywhere" class="hint">Ends every session of yours, on every device.</p>
          ${noticeOf(this.notice)}
        </div>
      </div>
    `;
  }

  async #everywhere() {
    if (await this.act(() => this.api.signOut())) {
      this.tell('sign-out');
    }
  }
}

customElements.define('account-menu', AccountMenu);
