import { claimsOf } from '../token-claims.js';

/** Several consoles of one origin, below paths of their own, have nothing to do with each other. */
const PLACE = location.pathname.replace(/[^/]*$/, '');
const SESSION = `tenancy.session${PLACE}`;
const TAB = `tenancy.tab${PLACE}`;
const CHANNEL = `tenancy${PLACE}`;

/** How long another tab may take to answer, in milliseconds. */
const PATIENCE = 150;

/**
 * Who is signed in, in this tab: in `sessionStorage`, so that it survives a reload, is another one in each tab, and is gone
 * with the tab. A new tab asks those that are open, so one sign-in is enough. A refresh token is good once, and therefore
 * is never shared between two.
 */
export class SessionStore {
  #channel = new BroadcastChannel(CHANNEL);
  #asking = () => {};

  constructor() {
    /** Told when the user has signed out in another tab. */
    this.onSignedOut = () => {};
    this.#channel.onmessage = ({ data }) => this.#heard(data ?? {});
  }

  /** Whether tabs can be told apart, without which refresh tokens must not be kept: on https, or on this machine. */
  static get keepsRefreshTokens() {
    return navigator.locks !== undefined;
  }

  /** What this tab, or else another one, has; null where nobody is signed in. */
  async find() {
    const own = this.#load();
    const isOriginal = await this.#isOriginal();
    if (own && !isOriginal) {
      sessionStorage.setItem(SESSION, JSON.stringify(shared(own)));
    }
    return this.#load() ?? (await this.#borrow());
  }

  save(session) {
    sessionStorage.setItem(SESSION, JSON.stringify({ ...this.#load(), ...session }));
  }

  clear() {
    sessionStorage.removeItem(SESSION);
  }

  /** Here, and in the other tabs. */
  signOut() {
    this.clear();
    this.#channel.postMessage({ type: 'signed-out' });
  }

  #load() {
    try {
      return JSON.parse(sessionStorage.getItem(SESSION));
    } catch {
      return null;
    }
  }

  /** A duplicated tab has the storage of the first one, and with it a refresh token that the first one will use. */
  async #isOriginal() {
    const tab = sessionStorage.getItem(TAB);
    if (tab && (await hold(tab))) {
      return true;
    }
    const fresh = String(Math.random());
    sessionStorage.setItem(TAB, fresh);
    await hold(fresh);
    return false;
  }

  async #borrow() {
    const answer = new Promise((resolve) => {
      this.#asking = resolve;
      setTimeout(() => resolve(null), PATIENCE);
    });
    this.#channel.postMessage({ type: 'who' });
    return answer;
  }

  #heard({ type, session }) {
    const own = this.#load();
    if (type === 'who' && claimsOf(own?.token).exp * 1000 > Date.now()) {
      this.#channel.postMessage({ type: 'session', session: shared(own) });
    } else if (type === 'session') {
      this.#asking(session);
    } else if (type === 'signed-out') {
      this.clear();
      this.onSignedOut();
    }
  }
}

/** What another tab may have: all but the refresh token. */
function shared({ token, expiresAt, issuer, idToken }) {
  return { token, expiresAt, issuer, idToken };
}

/** Holds a lock for as long as the page lives; false where another page has it. */
function hold(name) {
  return new Promise((resolve) => {
    if (!SessionStore.keepsRefreshTokens) {
      resolve(false);
      return;
    }
    navigator.locks.request(`${CHANNEL} ${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}
