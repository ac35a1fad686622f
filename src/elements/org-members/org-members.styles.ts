import { css } from 'lit';

export const styles = css`
  .card {
    --space: 24px;
    --tint: color-mix(in srgb, var(--accent) 9%, var(--surface));
  }
  .top,
  .tabs,
  .filters,
  .selected,
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 12px var(--space);
  }
  .top {
    gap: 12px;
    padding-block: 20px 0;
  }
  .top h2 {
    flex: 1;
  }
  .logo {
    position: relative;
    width: 36px;
    height: 36px;
  }
  .logo img {
    object-fit: contain;
  }
  .logo:has([hidden]) {
    display: none;
  }
  .filters select,
  .organizations,
  .pager select {
    width: auto;
    max-width: 14em;
  }
  hr {
    margin-block-start: 16px;
    border: 0;
    border-block-start: 1px solid var(--line);
  }
  .tabs {
    flex-wrap: nowrap;
    gap: 4px;
    padding-block-end: 0;
    overflow-x: auto;
    border-block-end: 1px solid var(--line);
  }
  .tabs button {
    color: var(--muted);
    white-space: nowrap;
    background: none;
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
  }
  .tabs [aria-selected='true'] {
    color: var(--ink);
    border-color: var(--accent);
  }
  .tabs button:focus-visible {
    outline-offset: -2px;
  }
  .calm {
    color: var(--muted);
  }
  .bad,
  .destructive-text {
    color: var(--danger);
  }
  .badge {
    border-color: color-mix(in srgb, currentColor 35%, transparent);
  }
  .list {
    container-type: inline-size;
  }
  .filters input {
    flex: 1 1 15em;
    width: auto;
  }
  .selected {
    padding-block: 8px;
    background: var(--tint);
    border-block: 1px solid var(--line);
  }
  .selected [part~='clear-selection'] {
    margin-inline-end: auto;
  }
  .people {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .people :is(th, td) {
    height: 62px;
    padding: 0 12px;
    overflow: hidden;
    font-weight: 400;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-block-end: 1px solid var(--line);
  }
  .people thead :is(th, td) {
    height: 42px;
    color: var(--muted);
    font-size: 0.87em;
    font-weight: 600;
    background: var(--sunken);
    border-block-start: 1px solid var(--line);
  }
  .people thead button {
    min-height: 32px;
    padding: 0;
    font-weight: 600;
    background: none;
    border: 0;
  }
  .people .tick {
    width: calc(var(--space) + 30px);
    padding-inline: var(--space) 12px;
    text-overflow: clip;
  }
  .people .end {
    width: calc(var(--space) + 3.5rem);
    padding-inline-end: var(--space);
    text-align: end;
  }
  .person-cell {
    width: 26%;
  }
  .people tbody tr {
    cursor: pointer;
  }
  .people tbody tr:hover {
    background: color-mix(in srgb, var(--accent) 4%, transparent);
  }
  .people tr:focus-visible {
    outline-offset: -2px;
  }
  .people tbody tr.selected-row {
    background: var(--tint);
  }
  .changed {
    box-shadow: inset 3px 0 var(--accent);
  }
  .changed:dir(rtl) {
    box-shadow: inset -3px 0 var(--accent);
  }
  .people tbody .person-cell {
    position: relative;
    padding-inline-start: 60px;
  }
  .person-cell .avatar {
    position: absolute;
    inset-inline-start: 12px;
    top: 13px;
    width: 36px;
    height: 36px;
    font-size: 13px;
  }
  .person-cell button {
    max-width: 100%;
    min-height: 0;
    padding: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    vertical-align: bottom;
    background: none;
    border: 0;
  }
  .person-cell:has(.badge) button {
    max-width: calc(100% - 4em);
  }
  tr:hover .person-cell button {
    text-decoration: underline;
  }
  .person-cell small {
    display: block;
    unicode-bidi: isolate;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .dots,
  .selected [part~='clear-selection'] {
    color: var(--accent);
    background: none;
    border-color: transparent;
  }
  .dots {
    min-width: 40px;
    padding: 0;
  }
  /* Nothing that is read out: the button has a name. */
  .dots::before {
    content: '•••' / '';
  }
  .hue-1 .avatar {
    background: #5f3dc4;
  }
  .hue-2 .avatar {
    background: #c2255c;
  }
  .hue-3 .avatar {
    background: #237032;
  }
  .hue-4 .avatar {
    background: #5a6170;
  }
  .hue-5 .avatar {
    background: #965400;
  }
  .stale {
    opacity: 0.6;
    transition: opacity 0.1s 0.2s;
  }
  .pager {
    gap: 10px;
  }
  .pager > small {
    flex: 1;
  }
  .pager label {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .menu {
    inset: auto;
    min-width: 13rem;
    max-width: calc(100vw - 16px);
    margin: 0;
    padding: 6px;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 8px 30px rgb(0 0 0 / 20%);
  }
  .menu button {
    display: block;
    width: 100%;
    text-align: start;
    background: none;
    border: 0;
  }
  .menu button:is(:hover, :focus) {
    background: var(--tint);
  }
  .absence {
    display: grid;
    gap: 14px;
    justify-items: start;
    padding: var(--space);
  }
  .notice {
    margin: 12px var(--space);
    padding: 10px 14px;
    background: var(--sunken);
    border-inline-start: 3px solid var(--danger);
  }
  .notice button {
    margin-block-start: 8px;
  }
  dialog .notice {
    margin: 0;
  }
  .slow {
    border-color: var(--warn);
  }
  .bone {
    flex: 1;
    height: 12px;
    background: var(--line);
    border-radius: var(--radius);
  }
  .heads {
    height: 42px;
    background: var(--sunken);
    border-block: 1px solid var(--line);
  }
  .skeleton > .bones {
    display: flex;
    gap: 40px;
    align-items: center;
    height: 62px;
    padding: 0 var(--space) 0 calc(var(--space) + 42px);
    border-block-end: 1px solid var(--line);
  }
  .bone.avatar {
    flex: none;
    width: 36px;
    height: 36px;
    border-radius: 50%;
  }
  .lines {
    flex: 2;
    display: grid;
    gap: 8px;
    margin-inline-start: -28px;
  }
  @container (max-width: 47.5rem) {
    .card > * {
      --space: 16px;
    }
    .top h2 {
      flex-basis: 60%;
    }
    .top button {
      padding-inline: 10px;
    }
    .tabs button {
      padding-inline: 8px;
    }
    .filters select {
      flex: 1 1 30%;
      min-width: 0;
    }
    .selected button {
      min-height: 32px;
      padding-block: 2px;
    }
    .people,
    .people :is(tbody, thead) {
      display: block;
    }
    .people thead tr {
      display: flex;
      gap: 16px;
      align-items: center;
      padding-inline: 16px;
      background: var(--sunken);
    }
    .people thead :is(th, .tick) {
      display: flex;
      align-items: center;
      width: auto;
      padding: 0;
      border: 0;
    }
    .people thead .tick {
      flex: 0 0 22px;
    }
    .people thead th:not(.tick, [aria-sort]) {
      display: none;
    }
    .people tbody tr {
      display: grid;
      grid-template:
        'tick person person end' minmax(44px, auto)
        'tick status signin end' minmax(28px, auto)
        'tick roles connection end' minmax(28px, auto)
        / 28px auto minmax(0, 1fr) 2.75rem;
      column-gap: 10px;
      align-items: center;
      padding: 8px 16px;
      border-block-end: 1px solid var(--line);
    }
    .people tbody :is(td, th, .tick) {
      width: auto;
      height: auto;
      padding: 0;
      border: 0;
    }
    .people tbody .person-cell {
      grid-area: person;
      padding-inline-start: 48px;
      overflow: visible;
      line-height: 1.4;
    }
    .person-cell .avatar {
      inset-inline-start: 0;
      top: 2px;
    }
    .people tbody .tick {
      grid-area: tick;
      align-self: start;
      padding: 8px 0 0;
      overflow: visible;
    }
    .status-cell {
      grid-area: status;
    }
    .sign-in-cell {
      grid-area: signin;
    }
    tr:not(:has(.status-cell :is(.badge, small))) .sign-in-cell {
      grid-column-start: status;
    }
    .status-cell:not(:has(.badge, small)) {
      display: none;
    }
    .roles-cell {
      grid-area: roles;
    }
    .connection-cell {
      grid-area: connection;
    }
    .people tbody :is(.sign-in-cell, .roles-cell, .connection-cell) {
      color: var(--muted);
      font-size: 0.87em;
    }
    .people tbody .end {
      grid-area: end;
      overflow: visible;
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
  }
`;
