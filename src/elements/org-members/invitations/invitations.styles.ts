import { css } from 'lit';

export const styles = css`
  .invitations-tab {
    .invitations {
      width: 100%;
      overflow-wrap: break-word;
      border-collapse: collapse;
      table-layout: fixed;
      text-align: start;
    }
    .invitations :is(th, td) {
      padding: calc(var(--unit) * 2.5) calc(var(--unit) * 3);
      font-weight: 400;
      text-align: start;
      border-block-end: var(--border-width) solid var(--line);
    }
    .invitations thead th {
      height: var(--control-height);
      padding-block: 0;
      font-size: var(--font-size-s);
      font-weight: 550;
      color: var(--muted);
      background: var(--sunken);
    }
    .invitations tbody th {
      font-weight: 600;
    }
    .invitations .mark {
      flex: none;
      width: 2.25rem;
      height: 2.25rem;
      font-size: 1rem;
      background: none;
      border-color: var(--line-strong);
      border-style: dashed;
      border-radius: var(--radius-avatar);
    }
    .invitations .chips {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--unit);
    }
    .invitations .buttons {
      display: flex;
      gap: var(--unit);
      justify-content: end;
      align-items: center;
    }
    .invitations :is(th, td):first-child {
      padding-inline-start: var(--space);
    }
    .invitations :is(th, td):last-child {
      padding-inline-end: calc(var(--unit) * 4.5);
    }
    .invitations th:first-child {
      width: 25%;
    }
    .invitations th:nth-child(5) {
      width: 18%;
    }
    .invitations th:last-child {
      width: 10rem;
    }
    .invitations small {
      display: block;
    }
    .empty,
    .foot,
    .bones {
      display: grid;
      gap: calc(var(--unit) * 3.5);
      padding: var(--space);
    }
    .empty,
    .foot {
      justify-items: start;
    }
    .bones .bone {
      height: 2.75rem;
    }
    @container (max-width: 40rem) {
      .invitations,
      .invitations tbody {
        display: block;
      }
      .invitations thead {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .invitations tr {
        display: grid;
        gap: var(--unit);
        padding: calc(var(--unit) * 3) var(--space);
        border-block-end: var(--border-width) solid var(--line);
      }
      .invitations :is(th, td):is(*, :first-child) {
        width: auto;
        padding: 0;
        border: 0;
      }
      .invitations td[data-label]::before {
        color: var(--muted);
        content: attr(data-label) ': ';
      }
      .invitations .buttons {
        justify-content: start;
      }
    }
  }
`;
