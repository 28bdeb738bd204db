import { css } from 'lit';

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

/** Buttons and fields. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    min-height: 2.375rem;
    padding: 0.375rem 0.875rem;
    font-weight: 550;
    background: var(--surface);
    border: 1px solid var(--field-border);
    border-radius: var(--radius);
    cursor: pointer;
  }

  button:hover {
    background: var(--raised);
  }

  button.primary {
    color: var(--on-accent);
    background: var(--accent);
    border-color: transparent;
  }

  button.primary:hover {
    background: color-mix(in oklab, var(--accent) 88%, var(--text));
  }

  button.danger {
    color: var(--danger);
    border-color: currentcolor;
  }

  button.danger:hover {
    background: var(--danger-soft);
  }

  button.quiet {
    padding-inline: 0.625rem;
    border-color: transparent;
    background: none;
  }

  button.quiet:hover {
    background: var(--raised);
  }

  button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }

  input,
  select,
  textarea {
    width: 100%;
    min-height: 2.375rem;
    padding: 0.375rem 0.625rem;
    background: var(--surface);
    border: 1px solid var(--field-border);
    border-radius: var(--radius);
  }

  textarea {
    min-height: 5rem;
    resize: vertical;
  }

  textarea.code {
    font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  }

  @media (min-width: 40rem) {
    input[type='search'] {
      max-width: 18rem;
    }
  }

  [aria-invalid='true'] {
    border-color: var(--danger);
  }

  label {
    display: block;
    margin-bottom: 0.25rem;
    font-weight: 550;
  }

  .hint {
    margin-top: 0.25rem;
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .fault {
    margin-top: 0.25rem;
    color: var(--danger);
    font-size: 0.8125rem;
  }

  form {
    display: grid;
    gap: 1rem;
  }
`;

/** Small things with a meaning: badges and notices. */
export const marks = css`
  .badge {
    display: inline-block;
    padding: 0.0625rem 0.5rem;
    color: var(--muted);
    background: var(--raised);
    border-radius: 99px;
    font-size: 0.8125rem;
    font-weight: 550;
    white-space: nowrap;
  }

  .badge.active {
    color: var(--success);
    background: var(--success-soft);
  }

  .badge.suspended {
    color: var(--warning);
    background: var(--warning-soft);
  }

  .badge.deleted {
    color: var(--danger);
    background: var(--danger-soft);
  }

  /* A live region is there before its text, and takes no room. */
  [part='notice']:not(.notice) {
    position: absolute;
  }

  .notice {
    padding: 0.625rem 0.875rem;
    border-radius: var(--radius);
  }

  .notice.success {
    color: var(--success);
    background: var(--success-soft);
  }

  .notice.error {
    color: var(--danger);
    background: var(--danger-soft);
  }

  .notice.warning {
    color: var(--warning);
    background: var(--warning-soft);
  }

  .empty {
    padding: 2rem 1rem;
    color: var(--muted);
    text-align: center;
  }
`;

export const look = [tokens, controls, marks];
