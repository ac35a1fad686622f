import { css } from 'lit';

/** Styles of a dialog. Needs `controls` and `tokens`. */
export const dialogStyles = css`
  dialog {
    width: min(34rem, calc(100vw - 32px));
    max-height: calc(100vh - 32px);
    margin: auto;
    padding: 24px;
    overflow: auto;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 6px);
    box-shadow: 0 18px 60px rgb(0 0 0 / 20%);
  }
  dialog[open] {
    display: grid;
    gap: 14px;
  }
  dialog.wide {
    width: min(46rem, calc(100vw - 32px));
  }
  dialog form {
    display: grid;
    gap: 14px;
  }
  dialog .field {
    display: grid;
    gap: 4px;
    min-width: 0;
    padding: 0;
    border: 0;
  }
  dialog :is(label, legend, .field > b) {
    padding: 0;
    font-size: 0.93em;
    font-weight: 550;
  }
  dialog label.check {
    font-size: 1em;
    font-weight: 400;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    gap: 14px 20px;
  }
  .error {
    color: var(--danger);
  }
  .error:empty {
    display: none;
  }
  dialog p:empty {
    display: none;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    justify-content: end;
  }
  .destructive {
    color: var(--surface);
    background: var(--danger);
    border-color: transparent;
  }
  .notice {
    padding: 10px 14px;
    border-inline-start: 3px solid var(--danger);
    background: var(--sunken);
  }
  .notice.warning {
    border-color: var(--warn);
  }
  progress {
    width: 100%;
    accent-color: var(--accent);
  }
  @media (forced-colors: active) {
    .destructive {
      border-color: currentColor;
    }
  }
`;
