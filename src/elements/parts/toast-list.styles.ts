import { css } from 'lit';

export const toastStyles = css`
  .toasts {
    position: sticky;
    z-index: 5;
    bottom: calc(var(--unit) * 3);
    display: grid;
    gap: calc(var(--unit) * 2);
    align-content: end;
    justify-items: end;
    height: 0;
    padding-inline: calc(var(--unit) * 3);
    pointer-events: none;
  }
  .toast {
    display: flex;
    gap: calc(var(--unit) * 3);
    align-items: center;
    max-width: 100%;
    margin-block-end: calc(var(--unit) * 3);
    padding-block: calc(var(--unit) * 1.5);
    padding-inline: calc(var(--unit) * 4) calc(var(--unit) * 1.5);
    color: var(--surface);
    background: var(--ink);
    border-radius: var(--radius);
    box-shadow: var(--shadow-2);
    pointer-events: auto;
  }
  .toast button {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    background: none;
    border-color: transparent;
    box-shadow: none;
  }
  .toast :focus-visible {
    outline-color: currentColor;
    outline-offset: calc(var(--ring) * -1);
  }
`;
