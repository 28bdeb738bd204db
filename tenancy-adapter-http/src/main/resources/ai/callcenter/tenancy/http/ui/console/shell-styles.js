import { css } from 'lit';

export const shellStyles = css`
  :host {
    display: grid;
    grid-template: auto auto 1fr / 14rem minmax(0, 1fr);
    min-height: 100vh;
  }

  header {
    display: flex;
    grid-column: 1 / -1;
    gap: 0.75rem 1rem;
    align-items: center;
    padding: 0.625rem 1.25rem;
    background: var(--surface);
    border-bottom: 1px solid var(--border);
  }

  .brand {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    color: inherit;
    font-weight: 650;
    letter-spacing: -0.01em;
    text-decoration: none;
  }

  .brand img {
    width: 1.75rem;
    height: 1.75rem;
  }

  tenant-switcher {
    margin-inline-start: 1rem;
  }

  .end {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    margin-inline-start: auto;
  }

  .banner {
    grid-column: 1 / -1;
  }

  .banner .notice {
    border-radius: 0;
    text-align: center;
  }

  nav {
    grid-row: 3;
    padding: 1.25rem 0.75rem;
  }

  nav ul {
    display: grid;
    gap: 0.125rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  nav ul + ul {
    margin-top: 1rem;
    padding-top: 1rem;
    border-top: 1px solid var(--border);
  }

  nav a {
    display: block;
    padding: 0.5rem 0.75rem;
    color: var(--text);
    border-radius: var(--radius);
    text-decoration: none;
    white-space: nowrap;
  }

  nav a:hover {
    background: var(--raised);
  }

  nav a[aria-current='page'] {
    color: var(--accent);
    background: var(--accent-soft);
    font-weight: 600;
  }

  main {
    grid-row: 3;
    width: 100%;
    max-width: 62rem;
    padding: 1.75rem 1.25rem 3rem;
  }

  main:focus {
    outline: none;
  }

  main a {
    color: var(--accent);
  }

  a.button {
    padding: 0.375rem 0.875rem;
    color: var(--text);
    border: 1px solid var(--field-border);
    border-radius: var(--radius);
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
  }

  a.button:hover {
    background: var(--raised);
  }

  .skip {
    position: absolute;
    inset: 0.5rem auto auto 0.5rem;
    z-index: 1;
    padding: 0.5rem 0.75rem;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: var(--radius);
  }

  .skip:not(:focus) {
    clip-path: inset(50%);
  }

  @media (max-width: 48rem) {
    :host {
      grid-template: auto auto auto 1fr / minmax(0, 1fr);
    }

    header {
      flex-wrap: wrap;
      padding-inline: 1rem;
    }

    tenant-switcher {
      --tenancy-switcher-width: 100%;
      flex: 1 0 100%;
      order: 3;
      margin: 0;
    }

    nav {
      position: sticky;
      top: 0;
      z-index: 1;
      display: flex;
      gap: 0.5rem;
      padding: 0.375rem 0.75rem;
      overflow-x: auto;
      scrollbar-width: none;
      background: var(--surface);
      border-bottom: 1px solid var(--border);
    }

    nav ul {
      display: flex;
    }

    nav ul + ul {
      margin: 0;
      padding: 0 0 0 0.5rem;
      border: 0;
      border-inline-start: 1px solid var(--border);
    }

    main {
      grid-row: 4;
      padding-top: 1.25rem;
    }
  }
`;
