import { css } from 'lit';

export const styles = css`
  .card {
    /* The gap at the edges of the card. */
    --space: calc(var(--unit) * 6);
    position: relative;
  }
  /* About as high as with its placeholder. */
  .blank {
    min-height: calc(var(--row-height) * 8 + var(--control-height) * 5);
  }
  .top,
  .tabs,
  .filters,
  .applied,
  .selected,
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 2);
    align-items: center;
    padding: calc(var(--unit) * 3) var(--space);
  }
  /* As high as with its buttons, which come with the first answer. */
  .top {
    min-height: calc(var(--control-height) + var(--unit) * 5);
    padding-block: calc(var(--unit) * 5) 0;
  }
  .top h2 {
    flex: auto;
    overflow-wrap: break-word;
  }
  .top .dots {
    min-height: var(--control-height);
  }
  .filters select,
  .organizations,
  .pager select {
    width: auto;
    max-width: 14em;
  }
  hr {
    margin-block-start: calc(var(--unit) * 4);
    border: 0;
    border-block-start: var(--border-width) solid var(--line);
  }
  .tabs {
    gap: 0 calc(var(--unit) * 5);
    padding-block: calc(var(--unit) * 2) 0;
    border-block-end: var(--border-width) solid var(--line);
  }
  .tabs button {
    padding: calc(var(--unit) * 2) 0;
    color: var(--muted);
    white-space: nowrap;
    background: none;
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
    box-shadow: none;
  }
  .tabs small,
  .top small {
    margin-inline-start: 0.25em;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }
  .tabs [aria-selected='true'] {
    color: var(--ink);
    border-color: var(--accent);
  }
  .tabs button:focus-visible {
    outline-offset: calc(var(--ring) * -1);
  }
  .bad,
  .destructive-text {
    color: var(--danger);
  }
  /* Also without a member beside the list: another display value would have the browser build all rows again. */
  .beside {
    display: flex;
    align-items: start;
  }
  .list {
    flex: 1;
    min-width: 0;
    container-type: inline-size;
  }
  .filters {
    padding-block: calc(var(--unit) * 3.5) calc(var(--unit) * 3);
  }
  .filters input {
    flex: 1 1 14rem;
    width: auto;
  }
  .filters .fold {
    display: none;
  }
  .folded {
    display: contents;
  }
  .applied {
    padding-block: 0 calc(var(--unit) * 3);
  }
  .applied button {
    max-width: 100%;
    min-height: 1.5rem;
    padding: 0.125rem 0.5rem;
    font-size: var(--font-size-s);
    font-weight: 500;
    border-radius: var(--radius-pill);
    box-shadow: none;
  }
  .applied .chip {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    text-align: start;
    background: color-mix(in oklab, var(--link) 7%, var(--surface));
    border-color: color-mix(in oklab, var(--link) 22%, var(--line));
  }
  .applied .found {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .selected {
    position: sticky;
    z-index: 3;
    bottom: calc(var(--unit) * 3);
    flex-wrap: nowrap;
    align-items: start;
    width: fit-content;
    max-width: calc(100% - 1rem);
    margin: calc(var(--unit) * 3) auto 0;
    padding-block: calc(var(--unit) * 2);
    padding-inline: calc(var(--unit) * 4) calc(var(--unit) * 2);
    background: var(--raised);
    border: var(--border-width) solid var(--line);
    border-radius: var(--radius-l);
    box-shadow: var(--shadow-2);
  }
  /* The menu and the cross beside it stay in the first line. */
  .selected > div {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 2);
    align-items: center;
  }
  .selected b {
    line-height: var(--control-height);
  }
  .selected > button {
    flex: none;
    min-height: var(--control-height);
  }
  .people {
    width: 100%;
    border-spacing: 0;
    table-layout: fixed;
  }
  .people :is(th, td) {
    height: var(--row-height);
    padding: calc(var(--unit) * 1.5) calc(var(--unit) * 3);
    overflow: hidden;
    font-weight: 400;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-block-end: var(--border-width) solid var(--line);
  }
  .people thead :is(th, td) {
    height: var(--control-height);
    padding-block: 0;
    color: var(--muted);
    font-size: var(--font-size-s);
    font-weight: 550;
    line-height: 1.3;
    white-space: normal;
    background: var(--sunken);
    border-block-start: var(--border-width) solid var(--line);
  }
  .people thead button {
    display: inline-flex;
    gap: 0.35em;
    align-items: center;
    min-height: 1.75rem;
    margin-inline-start: -0.25rem;
    padding: 0 0.25rem;
    text-align: start;
    background: none;
    border: 0;
    border-radius: var(--radius-s);
    box-shadow: none;
  }
  .people [aria-sort='ascending'] button,
  .people [aria-sort='descending'] button {
    color: var(--ink);
  }
  .people .tick {
    width: calc(var(--unit) * 9 + 1.0625rem);
    padding-inline: var(--space) 0;
    text-overflow: clip;
  }
  .tick input {
    translate: none;
  }
  .people .end {
    width: calc(var(--unit) * 7.5 + 2rem);
    padding-inline-end: calc(var(--unit) * 4.5);
    text-align: end;
    overflow: visible;
  }
  .person-cell {
    width: 34%;
  }
  .people tbody tr {
    cursor: pointer;
  }
  .people tbody tr:hover {
    background: var(--hover);
  }
  .people tbody tr[aria-current] {
    background: var(--open);
  }
  .people tbody tr.selected-row {
    background: var(--selected);
  }
  .people tr:focus-visible {
    outline-offset: calc(var(--ring) * -1);
  }
  .people [aria-current] > :first-child {
    box-shadow: inset 3px 0 var(--accent);
  }
  .people [aria-current] > :first-child:dir(rtl) {
    box-shadow: inset -3px 0 var(--accent);
  }
  .who {
    display: flex;
    gap: calc(var(--unit) * 3);
    align-items: center;
    min-width: 0;
  }
  .who > div {
    min-width: 0;
  }
  .who .avatar {
    width: 2.25rem;
    height: 2.25rem;
    font-size: 0.75rem;
  }
  /* A badge that has no room beside the name goes below it. */
  .name {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.5em;
    align-items: center;
    min-width: 0;
  }
  .name .badge {
    white-space: normal;
  }
  .name button {
    flex: 0 1 auto;
    min-width: 0;
    min-height: 0;
    padding: 0;
    overflow: hidden;
    font-weight: 600;
    line-height: 1.5;
    text-overflow: ellipsis;
    white-space: nowrap;
    background: none;
    border: 0;
    border-radius: var(--radius-s);
    box-shadow: none;
  }
  .name button:focus-visible {
    outline-offset: calc(var(--ring) * -1);
  }
  tr:hover .name button {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  /* As wide as the text, whose own direction says at which end it is cut off, and not where it stands. */
  .who small,
  .connection-cell bdi {
    display: block;
    width: fit-content;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([density='compact']) .who .avatar {
    width: 1.75rem;
    height: 1.75rem;
    font-size: 0.625rem;
  }
  :host([density='compact']) .who > div {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
  }
  /* Cut off beside the name, unless there is room for less than this. */
  :host([density='compact']) .who small {
    flex: 1 6em;
    max-width: max-content;
  }
  .roles-cell .chips {
    display: flex;
    gap: var(--unit);
    align-items: center;
  }
  .chip {
    min-width: 0;
    padding: 0.125rem 0.5rem;
    overflow: hidden;
    font-size: var(--font-size-s);
    font-weight: 500;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
    background: var(--sunken);
    border: var(--border-width) solid var(--line);
    border-radius: var(--radius-pill);
  }
  .chips .more {
    flex: none;
  }
  .dots,
  .add-role,
  .close,
  .icon-button {
    width: 2rem;
    min-height: 2rem;
    padding: 0;
    color: var(--muted);
    background: none;
    border-color: transparent;
    box-shadow: none;
  }
  :is(.dots, .add-role, .close, .icon-button:not([aria-disabled='true'])):hover,
  :is(.dots, .add-role)[aria-expanded='true'] {
    color: var(--ink);
    background: color-mix(in oklab, var(--ink) 8%, transparent);
  }
  .add-role {
    flex: none;
    width: 1.5rem;
    min-height: 1.5rem;
    border-radius: var(--radius-pill);
  }
  .sign-in-cell time {
    display: inline-block;
  }
  .sign-in-cell time::first-letter {
    text-transform: uppercase;
  }
  .stale {
    opacity: 0.6;
    transition: opacity 0.1s 0.2s;
  }
  .pager > small {
    flex: 1;
  }
  .pager label {
    display: flex;
    gap: calc(var(--unit) * 2);
    align-items: center;
  }
  .menu {
    inset: auto;
    min-width: 13rem;
    max-width: min(21.5rem, calc(100vw - 1rem));
    margin: 0;
    padding: calc(var(--unit) * 1.5);
    color: var(--ink);
    background: var(--raised);
    border: var(--border-width) solid var(--line);
    border-radius: calc(var(--radius) * 1.25);
    box-shadow: var(--shadow-2);
  }
  .menu hr {
    margin: calc(var(--unit) * 1.5) 0;
  }
  .menu button {
    display: flex;
    gap: calc(var(--unit) * 3);
    width: 100%;
    padding: calc(var(--unit) * 1.75) calc(var(--unit) * 2.5);
    font-weight: 450;
    text-align: start;
    background: none;
    border: 0;
    border-radius: var(--radius-s);
    box-shadow: none;
  }
  .menu button[aria-disabled='true'] {
    color: var(--muted);
    cursor: default;
  }
  .menu button small {
    display: block;
  }
  .menu svg {
    margin-block-start: 0.15em;
    color: var(--muted);
  }
  .menu .destructive-text svg {
    color: inherit;
  }
  .menu button:is(:hover, :focus) {
    background: color-mix(in oklab, var(--ink) 6%, var(--raised));
  }
  .absence {
    display: grid;
    gap: calc(var(--unit) * 3);
    justify-items: center;
    padding: calc(var(--unit) * 10) var(--space);
    text-align: center;
  }
  .absence p {
    max-width: 24rem;
    margin-inline: auto;
    color: var(--muted);
  }
  .mark {
    display: grid;
    place-items: center;
    width: 2.75rem;
    height: 2.75rem;
    font-size: 1.25rem;
    color: var(--muted);
    background: var(--sunken);
    border: var(--border-width) solid var(--line);
    border-radius: var(--radius-avatar);
  }
  .notice {
    margin: calc(var(--unit) * 3) var(--space);
    padding: calc(var(--unit) * 2.5) calc(var(--unit) * 3.5);
    background: var(--danger-soft);
    border-radius: var(--radius);
  }
  .notice button {
    margin-block-start: calc(var(--unit) * 2);
  }
  dialog .notice {
    margin: 0;
  }
  .slow {
    background: var(--warn-soft);
  }
  .bone {
    flex: 1;
    height: 0.75rem;
    background: var(--line);
    border-radius: var(--radius-s);
  }
  .heads {
    height: var(--control-height);
    background: var(--sunken);
    border-block: var(--border-width) solid var(--line);
  }
  .skeleton > .bones {
    display: flex;
    gap: calc(var(--unit) * 10);
    align-items: center;
    height: var(--row-height);
    padding-inline: calc(var(--unit) * 12 + 1.0625rem) var(--space);
    border-block-end: var(--border-width) solid var(--line);
  }
  .bone.avatar {
    flex: none;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: var(--radius-avatar);
  }
  .lines {
    flex: 2;
    display: grid;
    gap: calc(var(--unit) * 2);
    margin-inline-start: calc(var(--unit) * -7);
  }
  /* A table as long as names and roles have room; the columns that matter least go first. */
  @container (max-width: 62rem) {
    .people :is(th, td).connection-cell {
      display: none;
    }
  }
  @container (max-width: 44rem) {
    .people :is(th, td).sign-in-cell {
      display: none;
    }
    .person-cell {
      width: 48%;
    }
    .roles-cell .chips {
      flex-wrap: wrap;
    }
    .card > * {
      --space: calc(var(--unit) * 4);
    }
    .filters .fold {
      display: inline-flex;
      gap: 0.4em;
      align-items: center;
    }
    .fold[aria-expanded='false'] + .folded {
      display: none;
    }
    .filters input {
      flex-basis: 8rem;
    }
    .filters select {
      flex: 1 1 30%;
      min-width: 0;
    }
  }
  @container (max-width: 32rem) {
    .people tbody td.sign-in-cell {
      display: block;
    }
    .people,
    .people :is(tbody, thead) {
      display: block;
    }
    .people thead tr {
      display: flex;
      flex-wrap: wrap;
      column-gap: calc(var(--unit) * 4);
      align-items: center;
      padding-inline: var(--space);
      background: var(--sunken);
    }
    .people thead :is(th, .tick) {
      display: flex;
      align-items: center;
      width: auto;
      padding: 0;
      overflow: visible;
      border: 0;
    }
    .people thead th.sign-in-cell {
      display: flex;
    }
    .people thead .tick {
      flex: 0 0 1.375rem;
    }
    .people thead th:is(.connection-cell, :not(.tick, [aria-sort])) {
      display: none;
    }
    .people tbody tr {
      display: grid;
      grid-template:
        'tick person person end' minmax(2.75rem, auto)
        'tick roles signin signin' minmax(1.75rem, auto)
        / 1.75rem minmax(0, 1fr) auto 2rem;
      column-gap: calc(var(--unit) * 2.5);
      align-items: center;
      padding: calc(var(--unit) * 2) var(--space);
      border-block-end: var(--border-width) solid var(--line);
    }
    .people tbody :is(td, th, .tick) {
      width: auto;
      height: auto;
      padding: 0;
      border: 0;
    }
    .people tbody .person-cell {
      grid-area: person;
      line-height: 1.4;
    }
    .people :is(.person-cell, .roles-cell) {
      overflow: visible;
    }
    .people tbody .tick {
      grid-area: tick;
      align-self: start;
      padding: calc(var(--unit) * 2) 0 0;
      overflow: visible;
    }
    .people [aria-current] > :first-child {
      box-shadow: none;
    }
    .people tbody [aria-current] {
      box-shadow: inset 3px 0 var(--accent);
    }
    .people tbody [aria-current]:dir(rtl) {
      box-shadow: inset -3px 0 var(--accent);
    }
    .roles-cell {
      grid-area: roles;
    }
    .sign-in-cell {
      grid-area: signin;
    }
    .people tbody .sign-in-cell {
      color: var(--muted);
      font-size: var(--font-size-s);
    }
    .people tbody .end {
      grid-area: end;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .stale {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
    .tabs [aria-selected='true'],
    .menu {
      border-color: Highlight;
    }
    .selected-row {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
    [aria-current] > :first-child {
      border-inline-start: 3px solid Highlight;
    }
  }
`;
