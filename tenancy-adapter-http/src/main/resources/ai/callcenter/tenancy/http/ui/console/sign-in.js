import { LitElement, css, html, nothing } from 'lit';
import { look } from '../styles.js';
import { initials } from '../format.js';
import { beginSignIn } from './oidc.js';

/**
 * `<console-sign-in>`: the ways in that the server offers.
 *
 * @fires signed-in with `{ token }`
 */
export class ConsoleSignIn extends LitElement {
  static styles = [
    look,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100vh;
        padding: 1.5rem 1rem;
      }

      main {
        display: grid;
        gap: 1.5rem;
        width: min(100%, 26rem);
      }

      header {
        display: grid;
        gap: 0.5rem;
        justify-items: center;
        text-align: center;
      }

      .mark {
        width: 2.75rem;
        height: 2.75rem;
      }

      .ways,
      ul {
        display: grid;
        gap: 0.75rem;
      }

      ul {
        gap: 0.25rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li button {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        width: 100%;
        padding: 0.5rem;
        border-color: transparent;
        font-weight: 400;
        text-align: start;
      }

      .avatar {
        display: grid;
        flex: none;
        place-items: center;
        width: 2.25rem;
        height: 2.25rem;
        color: var(--accent);
        background: var(--accent-soft);
        border-radius: 50%;
        font-weight: 600;
      }

      h2 {
        margin-bottom: 0.5rem;
      }

      summary {
        cursor: pointer;
      }

      details form {
        margin-top: 0.75rem;
      }
    `,
  ];

  static properties = {
    ways: { attribute: false },
    reason: {},
    fault: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** The `sign_in` of `console.json`. */
    this.ways = [];
    /** Why one has to sign in (again); null at the beginning. */
    this.reason = null;
    this.fault = null;
    this.busy = false;
  }

  render() {
    const others = this.ways.some(({ kind }) => kind !== 'token');
    return html`
      <main>
        <header>
          <img class="mark" src="ui/console/mark.svg" alt="" />
          <h1>Sign in to Tenancy</h1>
          <p class="muted">Your organizations, their people and their settings.</p>
        </header>
        <div role="alert" part="notice" class=${this.fault || this.reason ? 'notice warning' : ''}>${this.fault ?? this.reason ?? ''}</div>
        <div class="ways">
          ${this.ways.map((way) => this.#way(way, others))}
        </div>
      </main>
    `;
  }

  #way(way, others) {
    switch (way.kind) {
      case 'demo':
        return this.#demo(way);
      case 'oidc':
        return this.#oidc(way);
      case 'token':
        return others
          ? html`<details class="card"><summary>Paste a token instead</summary>${this.#token()}</details>`
          : html`<section class="card" aria-label="Paste a token">${this.#token()}</section>`;
      default:
        return nothing;
    }
  }

  #demo({ people }) {
    return html`
      <section class="card" aria-labelledby="demo">
        <h2 id="demo">Demo: sign in as</h2>
        <ul>
          ${people.map(
            ({ email, about }) => html`<li>
              <button aria-disabled=${this.busy} @click=${() => this.#be(email)}>
                <span class="avatar" aria-hidden="true">${initials(email)}</span>
                <span><span>${email}</span><br /><span class="small muted">${about}</span></span>
              </button>
            </li>`,
          )}
        </ul>
      </section>
    `;
  }

  #oidc(provider) {
    const away = !provider.authorization_endpoint || !provider.token_endpoint;
    return html`
      <button class="primary" aria-disabled=${this.busy} @click=${() => this.#try(() => this.#leave(provider, away))}>
        Continue with ${provider.name}
      </button>
    `;
  }

  #token() {
    return html`
      <form @submit=${this.#paste}>
        <div>
          <label for="token">Identity token</label>
          <textarea id="token" class="code" rows="4" spellcheck="false" autocomplete="off" aria-describedby="token-hint"></textarea>
          <p class="hint" id="token-hint">
            Your application or your operator gives you one; on the server it is <code>./tenancy token --email you@company.example</code>
          </p>
        </div>
        <button class="primary">Sign in</button>
      </form>
    `;
  }

  async #leave(provider, away) {
    if (away) {
      throw new Error(`${provider.name} cannot be reached at the moment. Load this page again in a minute.`);
    }
    await beginSignIn(provider);
  }

  #be(email) {
    return this.#try(async () => {
      const response = await fetch('demo/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email }),
      });
      const answer = await response.json();
      if (!response.ok) {
        throw new Error(answer.detail);
      }
      this.#done({ token: answer.token, expiresAt: answer.expires_at });
    });
  }

  #paste(event) {
    event.preventDefault();
    const token = this.renderRoot.querySelector('#token').value.trim().replace(/^bearer\s/i, '').replace(/\s+/g, '');
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
      this.#done({ token });
    } else {
      this.fault = 'That is no token: it has three parts with dots between them.';
    }
  }

  async #try(way) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.fault = null;
    try {
      await way();
    } catch (error) {
      this.fault = error instanceof TypeError ? 'The server cannot be reached. Try again.' : error.message;
    } finally {
      this.busy = false;
    }
  }

  #done(session) {
    this.dispatchEvent(new CustomEvent('signed-in', { detail: session }));
  }
}

customElements.define('console-sign-in', ConsoleSignIn);
