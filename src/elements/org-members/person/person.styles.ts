import { css } from 'lit';

/**
 * The page stands in an element with the class `beside`, after the list: next to it where there is room for both, and else in
 * its place. That element has a class for it: with `:has()`, the browser would look at every row whenever the page changes.
 */
export const styles = css`
  .member-page {
    flex: 1;
    min-width: 0;
    background: var(--raised);
    outline-offset: calc(var(--ring) * -1);
  }
  .member-page .about > * {
    padding: calc(var(--unit) * 5) var(--space);
  }
  .member-page .about > * + * {
    border-block-start: var(--border-width) solid var(--line);
  }
  .member-page .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--unit);
    align-items: center;
    padding: calc(var(--unit) * 2) calc(var(--unit) * 3);
    border-block-end: var(--border-width) solid var(--line);
  }
  .member-page .step[aria-disabled='true'] {
    opacity: 0.4;
  }
  .member-page .position {
    flex: 1;
    padding-inline: var(--unit);
    font-variant-numeric: tabular-nums;
  }
  .member-page .back {
    padding-inline: calc(var(--unit) * 2);
  }
  .member-page .back span {
    display: inline-block;
  }
  .member-page .bar :is(.member-view, .close-member) {
    display: none;
  }
  .as-page .bar {
    border: 0;
  }
  .member-page .about > .head {
    display: grid;
    gap: calc(var(--unit) * 4);
    border: 0;
  }
  .member-page profile-editor {
    margin-block-start: calc(var(--unit) * 3);
    margin-inline: calc(var(--space) * -1);
  }
  .member-page profile-editor::part(card) {
    background: none;
    border: 0;
    border-radius: 0;
  }
  .member-page profile-editor::part(bar) {
    margin-inline: var(--space);
  }
  .member-page .person {
    display: flex;
    gap: calc(var(--unit) * 4);
    align-items: center;
    min-width: 0;
  }
  .member-page .person > div {
    min-width: 0;
  }
  .member-page .person small {
    display: block;
  }
  .member-page .name-line,
  .member-page .role-line,
  .member-page .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 2);
    align-items: center;
  }
  .member-page .name-line {
    gap: 0.125rem 0.5rem;
  }
  .member-page .role-line {
    gap: calc(var(--unit) * 1.5);
  }
  .member-page h4 {
    margin-block-start: calc(var(--unit) * 4);
    font-size: 1em;
    font-weight: 600;
  }
  .member-page section > header {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 2);
    justify-content: space-between;
    align-items: center;
    min-height: var(--control-height);
  }
  .member-page .facts {
    padding: 0;
    list-style: none;
  }
  .member-page .facts li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--unit) calc(var(--unit) * 4);
    justify-content: space-between;
    align-items: center;
    padding-block: calc(var(--unit) * 2.5);
  }
  .member-page .facts li + li {
    border-block-start: var(--border-width) solid var(--line);
  }
  .member-page .facts li > div {
    flex: 1 1 14rem;
    min-width: 0;
  }
  .member-page .facts b {
    font-weight: 500;
  }
  .member-page .facts small {
    display: block;
  }
  .member-page .locked,
  .member-page .locked-out {
    display: flex;
    gap: 0.4em;
    align-items: start;
  }
  .member-page .notice {
    margin-inline: 0;
  }
  .member-page p.locked {
    color: var(--muted);
    font-size: var(--font-size-s);
  }
  .member-page .facts .locked {
    display: flex;
  }
  .member-page .locked-out {
    flex-wrap: wrap;
    gap: calc(var(--unit) * 2);
    align-items: center;
    margin-block: calc(var(--unit) * 2);
    padding: calc(var(--unit) * 2.5) calc(var(--unit) * 3);
    background: var(--warn-soft);
    border: var(--border-width) solid color-mix(in oklab, var(--warn) 22%, transparent);
    border-radius: var(--radius);
  }
  .member-page .locked-out > svg {
    color: var(--warn);
  }
  .member-page .locked-out > p:first-of-type {
    flex: 1 1 14rem;
  }
  .member-page .about > .zone {
    margin: calc(var(--unit) * 5) var(--space) var(--space);
    padding: 0;
    overflow: hidden;
    border: var(--border-width) solid color-mix(in oklab, var(--danger) 35%, var(--line));
    border-radius: var(--radius-l);
  }
  .member-page .zone > h3 {
    padding: calc(var(--unit) * 3) calc(var(--unit) * 4);
    font-size: 1em;
    background: var(--danger-soft);
    border-block-end: var(--border-width) solid color-mix(in oklab, var(--danger) 35%, var(--line));
  }
  .member-page .zone li {
    padding-inline: calc(var(--unit) * 4);
  }
  .member-page .zone b {
    font-weight: 600;
  }
  .member-page .bone {
    height: 2.5rem;
  }
  .member-page .bone + .bone {
    margin-block-start: calc(var(--unit) * 2);
  }
  .beside.with-page > .list {
    display: none;
  }
  .as-page {
    max-width: 46rem;
    margin-inline: auto;
  }
  @container (min-width: 44rem) {
    .drawer {
      --width: 24rem;
      flex: 0 0 var(--width);
      position: sticky;
      inset-block-start: 0;
      max-height: 100vh;
      overflow: auto;
      background: var(--raised);
      border-inline-start: var(--border-width) solid var(--line);
      box-shadow: var(--shadow-3);
    }
    /* Above the bar of a selection, too. */
    .drawer.over {
      z-index: 4;
      margin-inline-start: calc(var(--width) * -1);
    }
    .member-page .about > * {
      --space: calc(var(--unit) * 4);
    }
    .member-page .bar .member-view,
    .drawer .bar .close-member {
      display: revert;
    }
    .drawer .bar {
      position: sticky;
      z-index: 1;
      inset-block-start: 0;
      background: var(--raised);
    }
    .drawer :is(.back, .step-problem) {
      display: none;
    }
  }
  @container (min-width: 60rem) {
    .as-page {
      display: grid;
      grid-template-columns: 12rem minmax(0, 46rem);
      gap: 0 calc(var(--unit) * 4);
      justify-content: center;
      align-items: start;
      max-width: none;
      padding-inline: var(--space);
    }
    .as-page > * {
      grid-column: 2;
    }
    .as-page > .bar {
      grid-column: 1 / -1;
    }
    .as-page > nav {
      grid-area: 2 / 1 / span 20;
    }
  }
  @container (min-width: 62rem) {
    .drawer {
      --width: 34rem;
    }
    .member-page .about > * {
      --space: calc(var(--unit) * 6);
    }
  }
  @container (width < 44rem) {
    .beside.with-drawer > .list {
      display: none;
    }
  }
  @container (width < 32rem) {
    .member-page .bar .back {
      flex: 1 0 100%;
      text-align: start;
    }
  }
`;
