import { css } from 'lit';

export const styles = css`
  .layout,
  .column {
    display: grid;
    gap: calc(var(--unit) * 5);
    align-content: start;
    min-width: 0;
  }
  .layout {
    align-items: start;
  }
  .who,
  .note,
  .with-preview {
    display: flex;
    gap: calc(var(--unit) * 4);
    align-items: center;
  }
  .who {
    flex-wrap: wrap;
  }
  .who > div:not(.photo, .avatar) {
    flex: 1 1 14rem;
    min-width: 0;
  }
  section,
  .state {
    padding: calc(var(--unit) * 5) var(--space);
    --space: calc(var(--unit) * 6);
  }
  section h2 {
    font-size: var(--font-size-l);
  }
  section + section {
    border-block-start: var(--border-width) solid var(--line);
  }
  .note {
    gap: calc(var(--unit) * 3);
    align-items: start;
    padding: calc(var(--unit) * 3) calc(var(--unit) * 3.5);
    background: var(--sunken);
    border: var(--border-width) solid var(--line);
    border-radius: var(--radius);
  }
  .note svg {
    font-size: 1.25rem;
  }
  section > header {
    display: flex;
    justify-content: space-between;
    align-items: center;
    margin-block-end: calc(var(--unit) * 2);
  }
  dt {
    color: var(--muted);
  }
  .row,
  .grid,
  .state,
  .lines {
    display: grid;
    gap: calc(var(--unit) * 4) calc(var(--unit) * 5);
  }
  .row {
    grid-template-columns: 9.5rem minmax(0, 1fr);
    padding-block: calc(var(--unit) * 1.5);
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    gap: var(--unit) calc(var(--unit) * 2.5);
    align-items: center;
    min-width: 0;
  }
  bdi {
    white-space: pre-line;
  }
  .lock {
    display: flex;
    gap: calc(var(--unit) * 1.5);
    align-items: start;
    margin-block-end: calc(var(--unit) * 2);
    color: var(--muted);
    font-size: var(--font-size-s);
  }
  .lock b {
    font-weight: 550;
  }
  .grid {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    padding-block: calc(var(--unit) * 1.5);
  }
  .field {
    min-width: 0;
  }
  fieldset,
  legend {
    padding: 0;
    border: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--unit) * 2);
    align-items: center;
    min-height: 1.5rem;
    margin-block-end: var(--unit);
  }
  label,
  legend {
    font-weight: 550;
  }
  .field > small {
    display: block;
    margin-block-start: var(--unit);
  }
  .field > small:empty {
    display: none;
  }
  .error {
    color: var(--danger);
  }
  .preview {
    width: 2.25rem;
    height: 2.25rem;
    background: var(--line);
  }
  .notice {
    padding: calc(var(--unit) * 2.5) calc(var(--unit) * 3.5);
    border-inline-start: 3px solid var(--danger);
    background: var(--danger-soft);
  }
  .notice button {
    margin-block-start: calc(var(--unit) * 2);
  }
  .state {
    justify-items: start;
  }
  /* About as high as the skeleton. */
  .blank {
    min-height: 25rem;
  }
  .bone {
    height: 0.75rem;
    background: var(--line);
    border-radius: var(--radius);
  }
  .bone.avatar {
    height: 3.5rem;
    border-radius: var(--radius-avatar);
  }
  .lines {
    flex: 1;
    padding-block: var(--unit);
  }
  .short {
    width: 40%;
  }
  .control {
    height: 3.875rem;
  }
  /* A column for the list of the sections, also while that is loaded. */
  @container (min-width: 60rem) {
    .layout {
      grid-template-columns: 12rem minmax(0, 46rem);
      gap: calc(var(--unit) * 10);
      justify-content: center;
    }
    .column {
      grid-column: 2;
      grid-row: 1;
    }
  }
  @container (max-width: 32.5rem) {
    section,
    .state {
      --space: calc(var(--unit) * 4);
    }
    .row,
    .grid {
      grid-template-columns: minmax(0, 1fr);
    }
    .row {
      row-gap: 0;
    }
  }
  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
  }
`;
