import { css } from 'lit';

export const switcherStyles = css`
  :host {
    display: inline-block;
    max-width: 100%;
  }

  .current {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    width: 100%;
    max-width: var(--tenancy-switcher-width, 28rem);
    min-height: 2.75rem;
    text-align: start;
  }

  .current .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .arrow {
    width: 0.5rem;
    height: 0.5rem;
    margin: -0.25rem 0.125rem 0;
    border: solid var(--muted);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }

  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    width: 1.75rem;
    height: 1.75rem;
    color: var(--accent);
    background: var(--accent-soft);
    border-radius: 6px;
    font-size: 0.75rem;
    font-weight: 650;
  }

  #panel {
    position: fixed;
    inset: auto;
    width: min(24rem, calc(100vw - 1.5rem));
    overflow-y: auto;
    margin: 0;
    padding: 0.5rem;
  }

  #search:not(.visually-hidden) {
    max-width: none;
    margin-bottom: 0.5rem;
  }

  #list {
    max-height: min(22rem, 50vh);
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }

  [role='option'] {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    padding: 0.5rem;
    border-radius: var(--radius);
    cursor: pointer;
  }

  [role='option'] > div:nth-child(2) {
    flex: 1;
    min-width: 0;
  }

  [role='option'].at {
    background: var(--raised);
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  [role='option'][aria-selected='true'] .name {
    font-weight: 600;
  }

  [role='option'][aria-disabled='true'] {
    cursor: not-allowed;
  }

  .check {
    color: var(--accent);
    font-weight: 700;
  }

  #list:focus-visible {
    outline: none;
  }
`;
