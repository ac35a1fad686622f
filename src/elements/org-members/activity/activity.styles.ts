import { css } from 'lit';

export const styles = css`
  .trail {
    display: grid;
    padding: 0;
  }
  .trail li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 20px;
    padding: 12px var(--space);
    border-block-end: 1px solid var(--line);
  }
  .trail time {
    color: var(--muted);
    font-size: 0.87em;
    text-align: end;
  }
  .trail small {
    grid-column: 1 / -1;
  }
  .bones-only {
    gap: 14px;
    padding: var(--space);
  }
  .bones-only .bone {
    height: 24px;
  }
  .trail-state {
    display: grid;
    gap: 14px;
    justify-items: start;
    padding: var(--space);
  }
  @container (max-width: 40rem) {
    .trail li {
      grid-template-columns: 1fr;
    }
    .trail time {
      text-align: start;
    }
  }
`;
