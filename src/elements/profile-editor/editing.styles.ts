import { css } from 'lit';

export const styles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    margin-block-start: 8px;
  }
  .bar > small {
    flex: 1 1 5em;
  }
  .reason,
  .consequences {
    flex-basis: 100%;
  }
  .consequences {
    padding-block: 8px;
    padding-inline: 32px 14px;
    background: var(--sunken);
    border-radius: var(--radius);
  }
  .conflict {
    margin-block-start: 12px;
    padding: 10px 14px;
    border-inline-start: 3px solid var(--warn);
    background: var(--sunken);
  }
  .conflict button {
    margin-block-start: 8px;
  }
  .conflict .row {
    grid-template-columns: 6em 1fr;
    padding: 0;
  }
  .upload {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    margin-block-start: 8px;
  }
  .upload progress {
    flex: 1 1 8em;
    accent-color: var(--accent);
  }
  .upload .error {
    flex-basis: 100%;
  }
`;
