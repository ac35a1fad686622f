import { css } from 'lit';

export const styles = css`
  .who,
  .note,
  .with-preview {
    display: flex;
    gap: 16px;
    align-items: center;
  }
  .who {
    flex-wrap: wrap;
  }
  .who > div:not(.photo) {
    flex: 1 1 14rem;
    min-width: 0;
  }
  .who,
  section,
  .state {
    padding: var(--space);
    --space: 24px;
  }
  section h2 {
    font-size: var(--font-size-l);
  }
  section {
    border-block-start: 1px solid var(--line);
  }
  .note,
  .card > .notice {
    margin: 0 24px 24px;
  }
  .note {
    gap: 12px;
    align-items: start;
    padding: 12px 14px;
    background: var(--sunken);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .note svg {
    font-size: 1.25rem;
  }
  section > header {
    display: flex;
    justify-content: space-between;
    align-items: center;
    margin-block-end: 8px;
  }
  dt {
    color: var(--muted);
  }
  .row,
  .grid,
  .state,
  .lines {
    display: grid;
    gap: 14px 20px;
  }
  .row {
    grid-template-columns: 180px 1fr;
    padding-block: 9px;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
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
    grid-template-columns: 1fr 1fr;
    padding-block: 6px;
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
    margin-block-start: 4px;
  }
  .field > small:empty {
    display: none;
  }
  .error {
    color: var(--danger);
  }
  .preview {
    width: 36px;
    height: 36px;
    background: var(--line);
  }
  .notice {
    margin-block-start: 12px;
    padding: 10px 14px;
    border-inline-start: 3px solid var(--danger);
    background: var(--sunken);
  }
  .notice button {
    margin-block-start: 8px;
  }
  .state {
    justify-items: start;
  }
  .skeleton {
    animation: appear 0.2s 0.3s backwards;
  }
  .bone {
    height: 12px;
    background: var(--line);
    border-radius: var(--radius);
  }
  .bone.avatar {
    height: 56px;
    border-radius: 50%;
  }
  .lines {
    flex: 1;
    padding-block: 5px;
  }
  .short {
    width: 40%;
  }
  .control {
    height: 62px;
    margin-block-start: 6px;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @container (max-width: 32.5rem) {
    .who,
    section,
    .state {
      --space: 16px;
    }
    .note,
    .card > .notice {
      margin-inline: 16px;
    }
    .row,
    .grid {
      grid-template-columns: minmax(0, 1fr);
      row-gap: 2px;
    }
    .grid {
      row-gap: 14px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
  }
`;
