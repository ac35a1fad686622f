import { css } from 'lit';

export const styles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-height: 40vh;
    padding: 6px;
    overflow: auto;
    border: 1px solid var(--muted);
    border-radius: var(--radius);
  }
  .chips:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .chips ul {
    display: contents;
  }
  .chips li {
    display: flex;
    align-items: center;
    max-width: 100%;
    padding-inline-start: 10px;
    background: var(--sunken);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .chips li.refused {
    border-color: var(--danger);
  }
  .chips li .error {
    display: block;
  }
  .chips li button {
    min-width: 32px;
    min-height: 32px;
    padding: 0;
    background: none;
    box-shadow: none;
    border-color: transparent;
  }
  .chips input {
    flex: 1 1 14rem;
    width: auto;
    border-color: transparent;
    outline: none;
  }
  [type='file'] {
    padding: 4px 10px;
  }
`;
