import { css } from 'lit';

export const styles = css`
  .bulk-note {
    display: grid;
    gap: calc(var(--unit) * 2);
    padding: calc(var(--unit) * 2) var(--space) 0;
    & .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--unit) * 2);
    }
    & progress {
      width: 100%;
      accent-color: var(--accent);
    }
  }
  dialog .items {
    max-height: 40vh;
    overflow: auto;
    & bdi {
      font-weight: 550;
    }
  }
`;
