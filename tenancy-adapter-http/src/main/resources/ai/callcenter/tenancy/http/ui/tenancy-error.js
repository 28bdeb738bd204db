/**
 * Why a call failed: the server's own problem (RFC 9457), or that there was no answer.
 *
 * Programs read `code`; `message` is for people, in the server's words.
 */
export class TenancyError extends Error {
  /**
   * @param {string} message
   * @param {object} [problem]
   */
  constructor(message, { status = 0, code = 'unreachable', errors = [], requestId = null, retryAfter = null } = {}) {
    super(message);
    this.name = 'TenancyError';
    /** The HTTP status; 0 where there was no answer. */
    this.status = status;
    /** The stable code of the server's problem; `unreachable` where there was no answer. */
    this.code = code;
    /** For bad input, where it is wrong: `{ pointer, message }` each. */
    this.errors = errors;
    /** What the server's log calls the request. */
    this.requestId = requestId;
    /** In how many seconds to try again; null where the server did not say. */
    this.retryAfter = retryAfter;
    /** The tenant that the call was about; null where it was about none. */
    this.tenantId = null;
  }

  /** The message about one field of the input, such as `domain`; null where it is right. */
  about(field) {
    return this.errors.find((error) => (error.pointer ?? '').split('/')[1] === field)?.message ?? null;
  }

  /** That there was no answer. Of another origin, a browser does not say why. @param {string} address */
  static unreachable(address, cause) {
    const elsewhere = new URL(address, location.href).origin !== location.origin;
    const error = new TenancyError(
      elsewhere
        ? `The server cannot be reached, or does not let pages of ${location.origin} call it (TENANCY_CORS_ORIGINS).`
        : 'The server cannot be reached. Check your connection, and try again.',
    );
    error.cause = cause;
    return error;
  }

  /** The problem that an answer carries. @param {Response} response */
  static async of(response) {
    // Also what no server of ours has sent, but something on the way.
    const problem = Object((await response.json().catch(() => null)) ?? {});
    const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    return new TenancyError(problem.detail ?? `The server answered ${response.status}, without a reason.`, {
      status: response.status,
      code: problem.code ?? 'unexpected_answer',
      errors: Array.isArray(problem.errors) ? problem.errors : [],
      requestId: problem.request_id ?? response.headers.get('X-Request-Id'),
      retryAfter: Number.isNaN(retryAfter) ? null : retryAfter,
    });
  }
}
