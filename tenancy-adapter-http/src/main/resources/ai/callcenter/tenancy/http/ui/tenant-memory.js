/** Which tenant a user chose last, by user and server, in the browser's local storage; nothing where that is not to be had. */
export class TenantMemory {
  #server;

  constructor(server) {
    this.#server = server;
  }

  #key(userId) {
    return `tenancy.tenant ${this.#server} ${userId}`;
  }

  recall(userId) {
    try {
      return localStorage.getItem(this.#key(userId));
    } catch {
      return null;
    }
  }

  remember(userId, tenantId) {
    try {
      localStorage.setItem(this.#key(userId), tenantId);
    } catch {
      // Full, or forbidden by the browser: the next visit begins with the tenant that the server remembers.
    }
  }
}
