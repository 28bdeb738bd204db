/**
 * A list of the API that is filtered and paged by the server: the pages so far, the next one when it is wanted, and of
 * several searches the last one alone counts. A reactive controller: its element is drawn anew on each change.
 */
export class PagedList {
  items = [];
  loading = false;
  /** @type {Error | null} */
  error = null;
  /** What is searched for. */
  query = '';
  #host;
  #load;
  #cursor = null;
  #ongoing = null;
  #onBack = () => this.error && this.reload();
  #search = debounced(() => this.reload());

  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {(page: { q: string, cursor: string | null }, signal: AbortSignal) => Promise<{ items: object[], next_cursor: string | null }>} load
   */
  constructor(host, load) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('tenancy-back', this.#onBack);
    if (this.#ongoing?.signal.aborted) {
      this.reload();
    }
  }

  hostDisconnected() {
    window.removeEventListener('tenancy-back', this.#onBack);
    this.#ongoing?.abort();
  }

  /** Of another list from now on: what there is is not shown any more. */
  clear() {
    this.#ongoing?.abort();
    this.#ongoing = null;
    this.#cursor = null;
    this.#changed({ query: '', items: [], loading: false, error: null });
  }

  get hasMore() {
    return this.#cursor !== null;
  }

  /** For the `input` of a search field. */
  typed = ({ target }) => {
    this.query = target.value.trim();
    this.#search();
  };

  /** From the first page. What was shown stays until the answer is there. */
  reload() {
    return this.#page(null);
  }

  /** The next page, unless it is on its way. */
  more() {
    return this.loading || !this.hasMore ? undefined : this.#page(this.#cursor);
  }

  async #page(cursor) {
    this.#ongoing?.abort();
    const ongoing = new AbortController();
    this.#ongoing = ongoing;
    this.#changed({ loading: true, error: null });
    try {
      const page = await this.#load({ q: this.query, cursor }, ongoing.signal);
      if (this.#ongoing === ongoing) {
        this.#cursor = page.next_cursor;
        this.#changed({ items: cursor ? [...this.items, ...page.items] : page.items, loading: false });
      }
    } catch (error) {
      if (this.#ongoing === ongoing && !ongoing.signal.aborted) {
        // Who may not read it any more does not go on seeing it.
        this.#changed({ loading: false, error, items: error.status === 403 ? [] : this.items });
      }
    }
  }

  #changed(changes) {
    Object.assign(this, changes);
    this.#host.requestUpdate();
  }
}

/** Calls a function when nothing has happened for a while: one search for a word, not one for each letter. */
function debounced(act, milliseconds = 200) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
