import { html, nothing } from 'lit';

/**
 * A labelled field with its hint and its fault, tied together for those who hear the page.
 *
 * @param {{ id: string, label: string, value?: string, hint?: string, fault?: string | null, type?: string,
 *     required?: boolean, rows?: number, code?: boolean, autocomplete?: string, readonly?: boolean }} field
 */
export function field({ id, label, value = '', hint, fault, type = 'text', required, rows, code, autocomplete = 'off', readonly }) {
  const about = [hint ? `${id}-hint` : null, fault ? `${id}-fault` : null].filter(Boolean).join(' ') || nothing;
  const input = rows
    ? html`<textarea
        id=${id}
        class=${code ? 'code' : ''}
        rows=${rows}
        spellcheck=${code ? 'false' : 'true'}
        aria-describedby=${about}
        aria-invalid=${Boolean(fault)}
        .value=${value}
      ></textarea>`
    : html`<input
        id=${id}
        type=${type}
        autocomplete=${autocomplete}
        aria-describedby=${about}
        aria-invalid=${Boolean(fault)}
        ?required=${required}
        ?readonly=${readonly}
        .value=${value}
      />`;
  return html`
    <div>
      <label for=${id}>${label}</label>
      ${input}
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}
    </div>
  `;
}

/** Codes of refusals that are about one field. */
const FIELDS = { domain_taken: 'domain', already_member: 'email', email_taken: 'email' };

/**
 * What a refusal says about each of some fields; nothing where it is about something else too.
 *
 * @param {Error & { code?: string, errors?: { pointer?: string, message: string }[] }} error
 * @param {string[]} fields
 * @returns {Record<string, string>}
 */
export function faultsOf({ message, code, errors = [] }, fields) {
  if (fields.includes(FIELDS[code])) {
    return { [FIELDS[code]]: message };
  }
  const found = errors.map((error) => [(error.pointer ?? '').split('/')[1], sentence(error.message)]);
  return found.every(([name]) => fields.includes(name)) ? Object.fromEntries(found) : {};
}

/** What the server says of a field, as a sentence. */
export const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** What is in a field, without spaces around it. @param {ParentNode} root */
export const textOf = (root, id) => root.querySelector(`#${id}`)?.value.trim() ?? '';

/**
 * JSON that somebody typed.
 *
 * @returns {{ value?: unknown, fault?: string }}
 */
export function parsed(text) {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: `Not valid JSON: ${error.message}. Text needs quotes.` };
  }
}

/** What is wrong with a number of seats, if anything; an empty field says nothing about seats. @param {ParentNode} root */
export function seatsFault(root) {
  const input = root.querySelector('#max_users');
  const valid = !input || (!input.validity.badInput && (input.value === '' || /^[1-9]\d{0,6}$/.test(input.value)));
  return valid ? {} : { max_users: 'Seats are a whole number from 1 to 1,000,000.' };
}

/** Puts the focus on the first field that is at fault. @param {ParentNode} root */
export function focusFault(root) {
  root.querySelector('[aria-invalid="true"]')?.focus();
}
