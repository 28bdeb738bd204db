import { css } from 'lit';

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
