import { address } from './address.js';
import { TenancyError } from './tenancy-error.js';
import { claimsOf, tenantOf } from './token-claims.js';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** A token is renewed in the last quarter of its life, or in these last milliseconds where that is shorter. */
const MARGIN = 300_000;

/**
 * Calls the API with the token of the moment: takes the new one that a switch brings, and renews it where there is a refresh
 * token. What the calls are, `TenancyApi` says.
 */
export class ApiClient {
  #base;
  #fetch;
  #session;
  #renewal = null;
  /** Whether a refresh token was sent of which nobody knows whether it arrived. */
  #unsure = false;
  /** How far the server's clock is ahead of the browser's, in milliseconds. */
  #skew = 0;
  /** The refresh tokens of tenants that were left: coming back opens no other session, of which a user has ten. */
  #left = new Map();
  #tags = new WeakMap();
  /** Failures that several calls share, such as that of a renewal. */
  #told = new WeakSet();

  constructor({ baseUrl = '', token = null, refreshToken = null, fetch } = {}) {
    this.#base = `${baseUrl.replace(/\/+$/, '')}/api/v1`;
    // As a function of nobody's: browsers refuse to call theirs as a method of another object.
    this.#fetch = fetch ?? ((...request) => globalThis.fetch(...request));
    this.#session = { token, expiresAt: null, refreshToken, refreshExpiresAt: null };
    /** Told of each new session, also of one whose refresh token is being spent: `(session) => void`. */
    this.onSession = () => {};
    /** Told of each failure before it is thrown: `(error) => void`. */
    this.onProblem = () => {};
  }

  /** The token in use, and when it ends. */
  get session() {
    return { ...this.#session };
  }

  set session(session) {
    this.#session = { token: null, expiresAt: null, refreshToken: null, refreshExpiresAt: null, ...session };
    this.#left.clear();
  }

  /** What `If-Match` takes, of something that this object has answered. */
  etagOf(answer) {
    return this.#tags.get(answer) ?? null;
  }

  /** The next token; calls at the same time share one, since a refresh token is good once. */
  refresh() {
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  /** A tenant token; `direct`, without a look at the present one. */
  async enter(id, refresh, direct) {
    const kept = refresh ? this.#left.get(id) : undefined;
    const body = refresh && !kept ? { refresh } : undefined;
    const answer = await this.call('POST', '/tenants/{id}/switch', { path: { id }, body, direct });
    // Who has signed out meanwhile stays so.
    const { token, refreshToken, refreshExpiresAt } = this.#session;
    if (token) {
      if (refreshToken) {
        this.#left.set(tenantOf(token), { refresh_token: refreshToken, refresh_expires_at: refreshExpiresAt });
      }
      this.#left.delete(id);
      this.#adopt({ ...kept, ...answer });
    }
    return answer;
  }

  async #renew() {
    const used = this.#session;
    if (!used.refreshToken) {
      await this.enter(tenantOf(this.#session.token), true, true);
      return;
    }
    // Known before it is sent: a page that is loaded again meanwhile must not send it a second time, which would sign out.
    const spent = { ...used, refreshToken: null, refreshExpiresAt: null };
    this.#become(spent);
    try {
      const body = { refresh_token: used.refreshToken };
      const answer = await this.call('POST', '/token/refresh', { body, direct: true, anonymous: true });
      if (this.#session === spent) {
        this.#adopt(answer);
      }
    } catch (error) {
      this.#unsure ||= error.status === 0 || error.status >= 500;
      if (error.status === 429 && this.#session === spent) {
        this.#become(used);
      }
      throw error;
    }
  }

  #adopt({ token, expires_at, refresh_token = null, refresh_expires_at = null }) {
    this.#unsure = false;
    const { iat } = claimsOf(token);
    this.#skew = iat ? iat * 1000 - Date.now() : 0;
    this.#become({ token, expiresAt: expires_at, refreshToken: refresh_token, refreshExpiresAt: refresh_expires_at });
  }

  #become(session) {
    this.#session = session;
    this.onSession(this.session);
  }

  /** Whether the token will not last much longer, and can be renewed. */
  #isEnding() {
    const { token, expiresAt } = this.#session;
    const { iat, exp } = claimsOf(token);
    const margin = Math.min(MARGIN, ((exp - iat) * 1000) / 4);
    return this.#isRenewable() && Date.parse(expiresAt) - (Date.now() + this.#skew) < margin;
  }

  #isRenewable() {
    return this.#session.refreshToken !== null || (this.#unsure && tenantOf(this.#session.token) !== null);
  }

  /**
   * @param {string} method
   * @param {string} template the path, below the API's base
   * @param {{ path?: object, query?: object, body?: unknown, ifMatch?: string | null, ifAbsent?: boolean,
   *     signal?: AbortSignal, direct?: boolean, anonymous?: boolean }} [request]
   */
  async call(method, template, request = {}) {
    try {
      const { direct = false } = request;
      if (!direct && (this.#renewal || this.#isEnding())) {
        // Where that fails without an answer, the token may still do.
        await this.refresh().catch((error) => {
          if (error.status > 0) {
            throw error;
          }
        });
      }
      const { token } = this.#session;
      try {
        return await this.#send(method, template, request);
      } catch (error) {
        if (direct || error.code !== 'invalid_token' || !this.#isRenewable()) {
          throw error;
        }
        // Another call may have renewed it in the meantime.
        if (this.#session.token === token) {
          await this.refresh();
        }
        return await this.#send(method, template, request);
      }
    } catch (error) {
      if (error instanceof TenancyError && !this.#told.has(error)) {
        this.#told.add(error);
        this.onProblem(error);
      }
      throw error;
    }
  }

  async #send(method, template, { path = {}, query = {}, body, ifMatch, ifAbsent, signal, anonymous = false }) {
    const headers = { Accept: 'application/json' };
    if (!anonymous && this.#session.token) {
      headers.Authorization = `Bearer ${this.#session.token}`;
    }
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    if (ifMatch) {
      headers['If-Match'] = ifMatch;
    }
    if (ifAbsent) {
      headers['If-None-Match'] = '*';
    }
    const patience = AbortSignal.timeout(PATIENCE);
    const response = await this.#fetch(this.#base + address(template, path, query), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    }).catch((cause) => {
      throw signal?.aborted ? cause : TenancyError.unreachable(this.#base, cause);
    });
    if (!response.ok) {
      const error = await TenancyError.of(response);
      error.tenantId = path.id ?? tenantOf(this.#session.token);
      throw error;
    }
    return response.status === 204 ? undefined : this.#read(response, signal);
  }

  async #read(response, signal) {
    const answer = await response.json().catch((cause) => {
      throw signal?.aborted ? cause : TenancyError.unreachable(this.#base, cause);
    });
    if (typeof answer !== 'object' || answer === null) {
      throw new TenancyError('The answer is not one of a tenancy server.', { status: response.status, code: 'unexpected_answer' });
    }
    const tag = response.headers.get('ETag');
    if (tag) {
      this.#tags.set(answer, tag);
    }
    return answer;
  }
}
