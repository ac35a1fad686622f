import { css } from 'lit';

export const styles = css`
  .account {
    display: grid;
    gap: calc(var(--unit) * 2.5);
    justify-items: start;
  }
  /* What it is, and its button at the end of the line. */
  .account {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
  }
  .account > * {
    grid-column: 1 / -1;
  }
  .account p:first-of-type {
    color: var(--muted);
  }
  @container (min-width: 32.5rem) {
    .account > :first-child:has(+ div:not(.bone)) {
      grid-column: 1;
    }
    .account > :first-child + div:not(.bone) {
      grid-column: 2;
    }
  }
  .account h3 {
    font-size: inherit;
  }
  .zone {
    padding: 0;
    overflow: hidden;
    background: var(--surface);
    border: var(--border-width) solid color-mix(in oklab, var(--danger) 35%, var(--line));
    border-radius: var(--radius-l);
  }
  .zone > header {
    margin: 0;
    padding: calc(var(--unit) * 3) calc(var(--unit) * 4);
    background: var(--danger-soft);
    border-block-end: var(--border-width) solid color-mix(in oklab, var(--danger) 35%, var(--line));
  }
  .zone > .account {
    padding: calc(var(--unit) * 3) calc(var(--unit) * 4);
  }
  .verify {
    display: grid;
    flex-basis: 100%;
    gap: calc(var(--unit) * 2);
    justify-items: start;
    margin-block-start: calc(var(--unit) * 2);
  }
  .account p:empty,
  .verify p:empty {
    display: none;
  }
  .account .bone {
    width: 100%;
    height: 2.75rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 2.5);
  }
  .sessions {
    width: 100%;
    padding: 0;
    list-style: none;
  }
  .sessions li {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 1.5) calc(var(--unit) * 4);
    justify-content: space-between;
    align-items: center;
    padding-block: calc(var(--unit) * 2);
  }
  .sessions li + li {
    border-block-start: var(--border-width) solid var(--line);
  }
  .pending {
    border-inline-start: 3px solid var(--warn);
  }
  progress {
    width: 100%;
    accent-color: var(--accent);
  }
  dialog .who {
    padding: 0;
  }
  dialog ul {
    padding-inline-start: calc(var(--unit) * 5);
  }
`;
