import { css } from 'lit';

/** Styles of a dialog. Needs `controls` and `tokens`. */
export const dialogStyles = css`
  dialog {
    --edge: min(calc(var(--unit) * 6), 5vw);
    width: min(34rem, calc(100vw - 2rem));
    max-height: calc(100vh - 2rem);
    margin: auto;
    padding: var(--edge);
    overflow: auto;
    /* What has the focus isn't hidden by the buttons: https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum */
    scroll-padding-block-end: 5rem;
    color: var(--ink);
    background: var(--raised);
    border: var(--border-width) solid var(--line);
    border-radius: var(--radius-xl);
    box-shadow: var(--shadow-3);
    &[open],
    & form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--unit) * 3.5);
    }
    &.wide {
      width: min(46rem, calc(100vw - 2rem));
    }
    & h2 {
      font-size: var(--font-size-l);
    }
    & .field {
      display: grid;
      gap: var(--unit);
      min-width: 0;
      padding: 0;
      border: 0;
    }
    & :is(label, legend, .field > b) {
      padding: 0;
      font-weight: 550;
    }
    & label.check {
      font-weight: 400;
    }
    & .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: calc(var(--unit) * 3.5) calc(var(--unit) * 5);
    }
    & .error {
      color: var(--danger);
    }
    & :is(.error, p):empty {
      display: none;
    }
    &::backdrop {
      background: rgb(0 0 0 / 50%);
    }
    & .buttons {
      position: sticky;
      bottom: calc(var(--edge) * -1);
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--unit) * 2);
      justify-content: end;
      margin: calc(var(--unit) * 1.5) calc(var(--edge) * -1) calc(var(--edge) * -1);
      padding: calc(var(--unit) * 3.5) var(--edge);
      background: var(--sunken);
      border-block-start: var(--border-width) solid var(--line);
    }
    @media (max-height: 30em) {
      & .buttons {
        position: static;
      }
    }
    /* A word that is wider than a small screen with large text. */
    & .buttons button {
      min-width: 0;
    }
    & .destructive:not([aria-disabled='true']) {
      color: var(--on-danger);
      background: var(--danger);
      border-color: transparent;
    }
    & .notice {
      padding: calc(var(--unit) * 2.5) calc(var(--unit) * 3.5);
      background: var(--danger-soft);
      border-radius: var(--radius);
    }
    & .notice.warning {
      background: var(--warn-soft);
    }
    & .lines {
      display: grid;
      gap: calc(var(--unit) * 2);
      padding: 0;
      margin: 0;
      list-style: none;
    }
    & .lines li {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: calc(var(--unit) * 2.5);
    }
    & .lines svg {
      margin-block-start: 0.1em;
      font-size: 1.1em;
      color: var(--muted);
    }
    & .lines :is(.done, .failed, .until) svg {
      color: var(--ok);
    }
    & .lines .failed svg {
      color: var(--danger);
    }
    & .lines .until svg {
      color: var(--warn);
    }
    & progress {
      width: 100%;
      accent-color: var(--accent);
    }
  }
  @media (forced-colors: active) {
    dialog .destructive {
      border-color: currentColor;
    }
  }
`;
