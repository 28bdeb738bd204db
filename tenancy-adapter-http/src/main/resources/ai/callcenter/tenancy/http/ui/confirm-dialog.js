import { LitElement, css, html, nothing } from 'lit';
import { look } from './styles.js';

/** `<confirm-dialog>`: asks before something that is not easily undone. */
export class ConfirmDialog extends LitElement {
  static styles = [
    look,
    css`
      dialog {
        width: min(28rem, calc(100vw - 2rem));
        padding: 1.25rem;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }

      .content {
        display: grid;
        gap: 1rem;
      }

      .row {
        justify-content: flex-end;
      }
    `,
  ];

  static properties = {
    question: { state: true },
    typed: { state: true },
  };

  #answer = () => {};

  constructor() {
    super();
    this.question = { title: '', text: '', action: '' };
    this.typed = '';
  }

  /**
   * Asks.
   *
   * @param {{ title: string, text: string, action: string, phrase?: string }} question what to call it, what will happen,
   *     the word on the button, and what has to be typed before, where that is wanted
   * @returns {Promise<boolean>} whether to do it
   */
  async ask(question) {
    this.question = question;
    this.typed = '';
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  render() {
    const { title, text, action, phrase } = this.question;
    return html`
      <dialog aria-labelledby="title" aria-describedby="text" @close=${this.#closed}>
        <div class="content">
          <h2 id="title">${title}</h2>
          <p id="text">${text}</p>
          ${phrase ? this.#phrase(phrase) : nothing}
          <div class="row">
            <button autofocus @click=${() => this.#close('')}>Cancel</button>
            <button
              class="danger"
              id="confirm"
              ?disabled=${phrase !== undefined && plain(this.typed) !== plain(phrase)}
              @click=${() => this.#close('yes')}
            >
              ${action}
            </button>
          </div>
        </div>
      </dialog>
    `;
  }

  #phrase(phrase) {
    return html`<div>
      <label for="phrase">Type “${phrase}” to confirm</label>
      <input id="phrase" autocomplete="off" .value=${this.typed} @input=${(event) => (this.typed = event.target.value)} />
    </div>`;
  }

  #close(answer) {
    this.renderRoot.querySelector('dialog').close(answer);
  }

  #closed({ target }) {
    this.#answer(target.returnValue === 'yes');
  }
}

/** A text as it can be typed: without what cannot be seen, and with one blank where there are several. */
function plain(text) {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '').replace(/\s+/gu, ' ').trim();
}

customElements.define('confirm-dialog', ConfirmDialog);
