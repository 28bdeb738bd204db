/**
 * Where in the console one is, in the part of the address behind `#`: it needs nothing of the server, works below any path,
 * and is what links, bookmarks and the back button use.
 *
 *   #/t/<tenant id>/<page>   #/tenants   #/new   #/platform
 */
export class Router {
  #host;
  #changed = () => {
    this.place = read();
    this.#host.requestUpdate();
  };

  /** @param {import('lit').ReactiveControllerHost} host drawn anew at each change */
  constructor(host) {
    this.#host = host;
    this.place = read();
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('hashchange', this.#changed);
  }

  hostDisconnected() {
    window.removeEventListener('hashchange', this.#changed);
  }

  /** Goes there; with `replace`, the back button does not come back here. */
  go(address, { replace = false } = {}) {
    if (replace) {
      history.replaceState(null, '', address);
      this.#changed();
    } else {
      location.hash = address;
    }
  }
}

/** The address of a page of a tenant. */
export const tenantPage = (id, page = 'overview') => `#/t/${id}/${page}`;

function read() {
  const [first, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  if (first === 't' && /^[0-9a-f-]{36}$/.test(rest[0] ?? '')) {
    return { page: rest[1] || 'overview', tenantId: rest[0] };
  }
  return { page: first || 'home', tenantId: null };
}
