import { css } from 'lit';

export const styles = css`
  .consequences {
    display: grid;
    gap: 6px;
    padding-inline-start: 20px;
  }
  .bulk-note {
    display: grid;
    gap: 8px;
    padding: 8px var(--space) 0;
  }
  .bulk-note .buttons {
    justify-content: start;
  }
  .items {
    max-height: 40vh;
    padding: 0;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .items li {
    display: grid;
    padding: 8px 12px;
  }
  .items li + li {
    border-block-start: 1px solid var(--line);
  }
`;
