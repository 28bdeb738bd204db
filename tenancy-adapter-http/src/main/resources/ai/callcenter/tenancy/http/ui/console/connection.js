/** How often it is tried whether the server is back, in milliseconds. */
const PACE = 3_000;

/**
 * Whether the server answers: lost with the first call that has no answer, and tried from then on until it is back; then
 * what is shown is read again.
 */
export class Connection {
  lost = false;
  #host;
  #timer;
  #onProblem = ({ detail }) => {
    if (detail.code === 'unreachable' || detail.status === 503) {
      this.#lose();
    }
  };

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // On the provider, which is around the element.
    window.addEventListener('tenancy-problem', this.#onProblem);
  }

  hostDisconnected() {
    window.removeEventListener('tenancy-problem', this.#onProblem);
    clearInterval(this.#timer);
  }

  #lose() {
    if (!this.lost) {
      this.lost = true;
      this.#host.requestUpdate();
      this.#timer = setInterval(() => this.#try(), PACE);
    }
  }

  async #try() {
    const answer = await fetch('health/ready', { cache: 'no-store' }).catch(() => null);
    if (answer?.ok && this.lost) {
      this.lost = false;
      clearInterval(this.#timer);
      this.#host.requestUpdate();
      const { context, management } = this.#host;
      await (context.tenant ? context.loadTenant() : management.retry());
      window.dispatchEvent(new Event('tenancy-back'));
    }
  }
}
