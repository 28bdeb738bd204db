import { html } from 'lit';
import { sentence } from './field.js';

/**
 * What a component tells after it did something, or could not: seen in place, and read out. The element of the live region
 * is always there, since one that comes with its text is not read.
 *
 * @param {{ kind: 'success' | 'error' | 'warning', text: string } | null} notice
 */
export const noticeOf = (notice) => html`
  <div role="status" part="notice" class=${notice ? `notice ${notice.kind}` : ''}>${notice?.text ?? ''}</div>
`;

/** That something was done. */
export const done = (text) => ({ kind: 'success', text });

/**
 * Why it could not be done, in the server's own words.
 *
 * @param {Error & { errors?: { message: string }[] }} error
 */
export const failed = ({ message, errors = [] }) => ({
  kind: 'error',
  text: errors.length > 0 ? errors.map((error) => sentence(error.message)).join(' ') : message,
});
