import { css } from 'lit';

export const styles = css`
  .activity-tab {
    .trail ol {
      padding: 0;
      list-style: none;
    }
    .trail .day {
      padding: calc(var(--unit) * 2) var(--space);
      color: var(--muted);
      font-family: inherit;
      font-size: var(--font-size-s);
      font-weight: 550;
      letter-spacing: normal;
      background: var(--sunken);
      border-block-end: var(--border-width) solid var(--line);
    }
    .trail .day:first-child {
      border-block-start: var(--border-width) solid var(--line);
    }
    .trail .day::first-letter {
      text-transform: uppercase;
    }
    .trail li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: calc(var(--unit) * 3);
      align-items: start;
      padding: calc(var(--unit) * 2.5) var(--space);
      border-block-end: var(--border-width) solid var(--line);
    }
    .trail .avatar {
      width: 1.75rem;
      height: 1.75rem;
      font-size: 0.625rem;
    }
    .trail .what {
      padding-block: calc((1.75rem - 1.5em) / 2);
    }
    .trail time {
      padding-block: calc((1.75rem - 1.5em) / 2);
      color: var(--muted);
      font-size: var(--font-size-s);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .trail .named {
      font-weight: 600;
    }
    .trail [role='link'] {
      border-radius: var(--radius-s);
      cursor: pointer;
    }
    .trail [role='link']:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .trail .change {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--unit) calc(var(--unit) * 1.5);
      align-items: baseline;
      max-width: 100%;
      margin-inline-end: calc(var(--unit) * 2);
    }
    .trail .chip {
      white-space: normal;
      /* Of several lines, a pill would cut off the corners of the text. */
      border-radius: min(var(--radius-pill), 0.75rem);
    }
    .trail .badge {
      white-space: normal;
    }
    .trail .field-name {
      color: var(--muted);
    }
    .trail .arrow {
      color: var(--muted);
    }
    .trail .notes {
      display: flex;
      flex-wrap: wrap;
      gap: var(--unit) calc(var(--unit) * 2);
      align-items: center;
      margin-block-start: var(--unit);
    }
    .trail-end {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--unit) * 3);
      align-items: center;
      justify-content: space-between;
      min-height: calc(var(--control-height) + var(--unit) * 6);
      padding: calc(var(--unit) * 3) var(--space);
    }
    .trail-state,
    .export-note {
      display: grid;
      gap: calc(var(--unit) * 3);
      justify-items: start;
      padding: var(--space);
    }
    .export-note {
      padding-block: 0 calc(var(--unit) * 3);
    }
    .bones-only > div {
      display: flex;
      gap: calc(var(--unit) * 3);
      align-items: center;
      padding: calc(var(--unit) * 2.5) var(--space);
      border-block-start: var(--border-width) solid var(--line);
    }
    .filters button:not(.fold) {
      display: inline-flex;
      gap: calc(var(--unit) * 2);
      align-items: center;
      font-weight: 450;
    }
    .people-found {
      width: max-content;
      max-height: 60vh;
      overflow-y: auto;
    }
    .people-found p {
      padding: calc(var(--unit) * 1.75) calc(var(--unit) * 2.5);
      color: var(--muted);
    }
    .people-found [aria-selected='true'] {
      background: color-mix(in oklab, var(--ink) 6%, var(--raised));
    }
    .dates:popover-open {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: calc(var(--unit) * 3);
      padding: calc(var(--unit) * 4);
    }
    .dates label {
      display: grid;
      gap: var(--unit);
      font-weight: 500;
    }
    .dates > :is(div, p) {
      grid-column: 1 / -1;
    }
    .dates > div {
      display: flex;
      gap: calc(var(--unit) * 2);
      justify-content: end;
    }
    .dates button {
      width: auto;
      min-height: var(--control-height);
      font-weight: 550;
      text-align: center;
      border: var(--border-width) solid var(--line-strong);
      border-radius: var(--radius);
    }
    .dates button.primary {
      background: var(--accent);
      border-color: transparent;
    }
    @container (max-width: 44rem) {
      .filters > [role='combobox'] {
        flex-basis: 100%;
      }
    }
    @container (max-width: 32rem) {
      .filters > button {
        flex: 1 1 40%;
        justify-content: center;
      }
      .trail li {
        grid-template-columns: auto minmax(0, 1fr);
        row-gap: 0;
      }
      .trail time {
        grid-column: 2;
        padding: 0;
      }
      .trail-end {
        justify-content: start;
      }
      .dates:popover-open {
        grid-template-columns: 1fr;
      }
    }
    @media (forced-colors: active) {
      .people-found [aria-selected='true'] {
        outline: 2px solid Highlight;
        outline-offset: calc(var(--ring) * -1);
      }
    }
  }
`;
