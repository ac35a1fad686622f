import { css } from 'lit';

export const styles = css`
  .export {
    display: grid;
    gap: calc(var(--unit) * 2);
    padding: calc(var(--unit) * 2) var(--space) 0;
  }
`;
