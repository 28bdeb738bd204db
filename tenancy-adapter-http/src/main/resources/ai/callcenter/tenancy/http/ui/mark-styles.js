import { css } from 'lit';

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
