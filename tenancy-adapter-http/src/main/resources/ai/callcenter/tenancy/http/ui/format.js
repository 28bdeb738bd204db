const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A day, in the reader's own way of writing. @param {string} time RFC 3339 */
export const day = (time) => DATE.format(new Date(time));

/** A moment, in the reader's own way of writing and time zone. @param {string} time RFC 3339 */
export const moment = (time) => MOMENT.format(new Date(time));

/** How many, with the word. */
export const count = (number, one, many = `${one}s`) => `${number.toLocaleString()} ${number === 1 ? one : many}`;

/** Up to two letters that stand for a name. */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
}
