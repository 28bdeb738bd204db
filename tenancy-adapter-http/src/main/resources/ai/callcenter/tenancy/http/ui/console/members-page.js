import { html } from 'lit';
import '../tenant-members.js';
import { TenancyElement } from '../tenancy-element.js';
import { pageStyles } from './page-styles.js';

/** The members, under the name of their tenant. */
class MembersPage extends TenancyElement {
  static styles = [super.styles, pageStyles];

  render() {
    const { tenant } = this.context;
    return html`
      <h1>${tenant?.name}</h1>
      <tenant-members></tenant-members>
    `;
  }
}

customElements.define('members-page', MembersPage);
