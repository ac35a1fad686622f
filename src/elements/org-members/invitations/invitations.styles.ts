import { css } from 'lit';

export const styles = css`
  .invitations {
    width: 100%;
    overflow-wrap: break-word;
    border-collapse: collapse;
    table-layout: fixed;
    text-align: start;
  }
  .invitations :is(th, td) {
    padding: 10px 12px;
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid var(--line);
  }
  .invitations thead th {
    padding-block: 8px;
    font-size: 0.87em;
    font-weight: 600;
    color: var(--muted);
    background: var(--sunken);
  }
  .invitations tbody th {
    font-weight: 600;
  }
  .invitations :is(th, td):first-child {
    padding-inline-start: 24px;
  }
  .invitations :is(th, td):last-child {
    padding-inline-end: 24px;
  }
  .invitations th:first-child,
  .invitations th:nth-child(5) {
    width: 21%;
  }
  .invitations th:last-child {
    width: clamp(154px, 25cqi, 268px);
  }
  .invitations small {
    display: block;
  }
  .calm {
    color: var(--muted);
  }
  .empty,
  .foot,
  .bones {
    display: grid;
    gap: 14px;
    padding: 24px;
  }
  .empty,
  .foot {
    justify-items: start;
  }
  .bones .bone {
    height: 44px;
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
      gap: 4px;
      padding: 12px 16px;
      border-block-end: 1px solid var(--line);
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
    .empty,
    .foot,
    .bones {
      padding: 16px;
    }
  }
`;
