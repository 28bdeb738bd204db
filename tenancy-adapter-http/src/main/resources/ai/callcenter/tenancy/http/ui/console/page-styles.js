import { css } from 'lit';

/** A page: its heading, and cards one under the other. */
export const pageStyles = css`
  :host {
    display: grid;
    gap: 1.25rem;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }

  .stack {
    display: grid;
    gap: 1rem;
  }

  a {
    color: var(--accent);
  }

  code,
  pre {
    font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  }

  pre {
    max-height: 16rem;
    margin: 0;
    overflow: auto;
    white-space: pre-wrap;
  }
`;
