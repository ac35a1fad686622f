import { css } from 'lit';

export const styles = css`
  .export {
    display: grid;
    gap: 8px;
    padding: 8px var(--space) 0;
  }
`;
