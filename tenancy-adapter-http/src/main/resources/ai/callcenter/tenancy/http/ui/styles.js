import { css } from 'lit';
import { controls } from './control-styles.js';
import { marks } from './mark-styles.js';

/**
 * The look, the same in every component. A page changes it by custom properties, such as `--tenancy-accent`; light or dark
 * is the page's `color-scheme`.
 */
export const tokens = css`
  :host {
    --accent: var(--tenancy-accent, light-dark(#3448c5, #a9b4ff));
    --on-accent: var(--tenancy-on-accent, light-dark(#fff, #10142e));
    --accent-soft: var(--tenancy-accent-soft, light-dark(#eceffc, #262b4a));
    --text: var(--tenancy-text, light-dark(#1b1f2a, #e9ebf1));
    --muted: var(--tenancy-muted, light-dark(#5a6172, #a5acbd));
    --surface: var(--tenancy-surface, light-dark(#fff, #1a1d26));
    --raised: var(--tenancy-raised, light-dark(#f5f6f9, #232732));
    --border: var(--tenancy-border, light-dark(#dde0e8, #343947));
    --field-border: var(--tenancy-field-border, light-dark(#868d9f, #767e92));
    --danger: var(--tenancy-danger, light-dark(#b3261e, #ffb4ab));
    --danger-soft: var(--tenancy-danger-soft, light-dark(#fdecea, #45201d));
    --success: var(--tenancy-success, light-dark(#1a6b3c, #8fd9ab));
    --success-soft: var(--tenancy-success-soft, light-dark(#e6f4ec, #183626));
    --warning: var(--tenancy-warning, light-dark(#7a4f01, #f3c969));
    --warning-soft: var(--tenancy-warning-soft, light-dark(#fdf3dd, #3d3013));
    --radius: var(--tenancy-radius, 8px);
    --font: var(--tenancy-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif);
    color: var(--text);
    font: 400 0.9375rem/1.5 var(--font);
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  h1,
  h2,
  h3,
  p {
    margin: 0;
  }

  h1 {
    font-size: 1.5rem;
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.25;
  }

  h2 {
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.35;
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: 0.8125rem;
  }

  .card {
    padding: 1.25rem;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) + 4px);
  }

  /* What is above the page. */
  [popover],
  dialog {
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) + 4px);
    box-shadow: 0 12px 32px rgb(0 0 0 / 18%);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }

  .spread {
    justify-content: space-between;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: no-preference) {
    .busy {
      animation: breathe 1.2s ease-in-out infinite alternate;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.55;
    }
  }
`;

/** The look of every component. */
export const look = [tokens, controls, marks];
