import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { apiContext, managementContext, tenantContext } from './contexts.js';
import { faultsOf, focusFault } from './field.js';
import { done, failed } from './notice.js';
import { look } from './styles.js';
import { actions } from './tenant-actions.js';
import { NOBODY } from './tenant-session.js';

/** What there is without a provider. */
const ALONE = { ...NOBODY, loadTenant: async () => {} };

/** What the components have in common: the contexts, the look, one notice, and that one thing is done at a time. */
export class TenancyElement extends LitElement {
  static styles = look;

  static properties = {
    notice: { state: true },
    busy: { state: true },
    faults: { state: true },
  };

  #api = new ContextConsumer(this, { context: apiContext, subscribe: true });
  #tenant = new ContextConsumer(this, { context: tenantContext, subscribe: true });
  #management = new ContextConsumer(this, { context: managementContext, subscribe: true });

  #around = [];

  constructor() {
    super();
    /** @type {ReturnType<typeof done> | ReturnType<typeof failed> | null} */
    this.notice = null;
    this.busy = false;
    /** What is wrong with each field of a form, by its name. @type {Record<string, string>} */
    this.faults = {};
  }

  /** @returns {import('./tenancy-api.js').TenancyApi | undefined} */
  get api() {
    return this.#api.value;
  }

  get context() {
    return this.#tenant.value ?? { ...ALONE, error: new Error(`<${this.localName}> needs a <tenancy-provider> around it.`) };
  }

  get management() {
    return this.#management.value ?? { user: null, userTenants: [], currentTenantId: null, ...actions(null) };
  }

  firstUpdated() {
    if (!this.#tenant.value) {
      console.error(this.context.error.message);
    }
  }

  /**
   * Does one thing, shows that it is being done, and says how it went: what the server finds wrong with a field, at the
   * field, and everything else in the notice.
   *
   * @template T
   * @param {() => Promise<T>} work
   * @param {string | ((result: T) => string)} [success] what to say afterwards; nothing where absent
   * @param {string[]} [fields] the fields of the form that this sends
   * @returns whether it went well
   */
  async act(work, success, fields = []) {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.notice = null;
    this.faults = {};
    try {
      const result = await work();
      const text = typeof success === 'function' ? success(result) : success;
      this.notice = text ? done(text) : null;
      return true;
    } catch (error) {
      await this.refuse(faultsOf(error, fields), failed(error));
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Shows what is wrong with fields, and goes to the first of them; where it is none, the notice. */
  async refuse(faults, notice = null) {
    this.faults = faults;
    this.notice = Object.keys(faults).length > 0 ? null : notice;
    await this.updateComplete;
    focusFault(this.renderRoot);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#around = around(this);
  }

  /** Tells those outside, through every shadow root; also when what was done has taken this element off the page. */
  tell(type, detail) {
    const from = [this, ...this.#around].find((node) => node.isConnected) ?? this;
    from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** What a node is in, from the nearest on, through every shadow root. */
function around(node) {
  const outer = node.parentNode ?? node.host;
  return outer ? [outer, ...around(outer)] : [];
}
