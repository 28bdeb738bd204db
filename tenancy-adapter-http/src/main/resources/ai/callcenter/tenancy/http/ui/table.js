import { html } from 'lit';

/**
 * A table that keeps its roles also where its rows are drawn as cards. A head without a name is that of actions.
 *
 * @param {string} label
 * @param {string[]} heads
 * @param {unknown} rows templates of `<tr role="row">`
 */
export const table = (label, heads, rows) => html`
  <table part="table" role="table" aria-label=${label}>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map(
          (head) => html`<th role="columnheader" scope="col">${head || html`<span class="visually-hidden">Actions</span>`}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>
`;
