import { css } from 'lit';

/** A table that becomes a list of cards where there is no room for one. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }

  th {
    padding: 0.5rem 0.75rem;
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 550;
    text-align: start;
  }

  td {
    padding: 0.625rem 0.75rem;
    border-top: 1px solid var(--border);
    vertical-align: middle;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }

  th:last-child,
  td:last-child {
    padding-inline-end: 0;
    text-align: end;
  }

  td select {
    width: auto;
  }

  @media (max-width: 40rem) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      padding: 0.875rem 0;
      border-top: 1px solid var(--border);
    }

    td,
    td:last-child {
      padding: 0;
      border: 0;
      text-align: start;
    }

    td:first-child {
      flex: 1 0 100%;
    }

    td:last-child {
      margin-inline-start: auto;
    }

    td[data-label]::before {
      margin-inline-end: 0.375rem;
      color: var(--muted);
      content: attr(data-label);
    }

    tr:first-child {
      padding-top: 0;
      border: 0;
    }
  }
`;
