import { css } from 'lit';

export const styles = css`
  /* At the bottom of the window, as long as its fields are in view: toasts, and below them the bar. */
  .dock {
    position: sticky;
    z-index: 3;
    bottom: calc(var(--unit) * 3);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 2) calc(var(--unit) * 3);
    align-items: center;
    max-height: 60vh;
    margin-block-start: calc(var(--unit) * 5);
    padding-block: calc(var(--unit) * 3);
    padding-inline: calc(var(--unit) * 5) calc(var(--unit) * 3);
    overflow-y: auto;
    background: var(--raised);
    border: var(--border-width) solid var(--line);
    border-radius: var(--radius-l);
    box-shadow: var(--shadow-2);
  }
  .bar > div:not(.notice) {
    flex: 1 1 12rem;
  }
  .bar > b,
  .bar b {
    font-weight: 600;
  }
  .bar > p,
  .bar > .notice,
  .reason {
    flex-basis: 100%;
    margin: 0;
  }
  /* The bar must not cover the field that has the focus. */
  form :is(input, select, textarea) {
    scroll-margin-block: 6rem;
  }
  .consequences {
    padding: 0;
    color: var(--muted);
    font-size: var(--font-size-s);
    list-style: none;
  }
  .conflict {
    margin-block-start: calc(var(--unit) * 3);
    padding: calc(var(--unit) * 2.5) calc(var(--unit) * 3.5);
    border-inline-start: 3px solid var(--warn);
    background: var(--sunken);
  }
  .conflict button {
    margin-block-start: calc(var(--unit) * 2);
  }
  .conflict .row {
    grid-template-columns: 6em 1fr;
    padding: 0;
  }
  .upload,
  .photo {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 1.5) calc(var(--unit) * 2.5);
    align-items: center;
  }
  .grid .upload {
    margin-block-start: calc(var(--unit) * 2);
  }
  .photo > :is(.error, .conflict) {
    flex-basis: 100%;
  }
  .upload progress {
    flex: 1 1 8em;
    accent-color: var(--accent);
  }
  .upload .error {
    flex-basis: 100%;
  }
`;
