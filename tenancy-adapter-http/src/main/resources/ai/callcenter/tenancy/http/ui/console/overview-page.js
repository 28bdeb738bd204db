import { html, nothing } from 'lit';
import '../member-form.js';
import '../tenant-info.js';
import { may } from '../permissions.js';
import { TenancyElement } from '../tenancy-element.js';
import { pageStyles } from './page-styles.js';
import { tenantPage } from './router.js';

/** What one wants to know of a tenant at a glance, and the next thing to do. */
class OverviewPage extends TenancyElement {
  static styles = [super.styles, pageStyles];

  render() {
    const { tenant, role } = this.context;
    return html`
      <h1>Overview</h1>
      <tenant-info></tenant-info>
      ${may(role, 'manageMembers')
        ? html`<section class="card stack" aria-labelledby="invite">
            <div>
              <h2 id="invite">Invite a colleague</h2>
              <p class="muted">
                No e-mail is sent: tell them this console's address. They are in as soon as they sign in with the e-mail you add.
              </p>
            </div>
            <member-form></member-form>
            <p><a href=${tenantPage(tenant.id, 'members')}>All members</a></p>
          </section>`
        : nothing}
    `;
  }
}

customElements.define('overview-page', OverviewPage);
