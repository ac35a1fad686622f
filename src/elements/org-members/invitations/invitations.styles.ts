import { css } from 'lit';

export const styles = css`
  .invitations {
    width: 100%;
    overflow-wrap: break-word;
    border-collapse: collapse;
    table-layout: fixed;
    text-align: start;
  }
  .invitations th,
  .invitations td {
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
  .invitations th:nth-child(1) {
    width: 24%;
  }
  .invitations th:nth-child(2) {
    width: 11%;
  }
  .invitations th:nth-child(3) {
    width: 13%;
  }
  .invitations th:nth-child(4) {
    width: 15%;
  }
  .invitations th:nth-child(6) {
    width: 154px;
  }
  .invitations small {
    display: block;
  }
  .invitations small:empty {
    display: none;
  }
  .calm {
    color: var(--muted);
  }
  .empty,
  .foot {
    display: grid;
    gap: 14px;
    justify-items: start;
    padding: 24px;
  }
  .bones {
    display: grid;
    gap: 14px;
    padding: 24px;
  }
  .bones .bone {
    height: 44px;
    background: var(--line);
    border-radius: var(--radius);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-height: 40vh;
    padding: 6px;
    overflow: auto;
    border: 1px solid color-mix(in srgb, var(--muted) 75%, transparent);
    border-radius: var(--radius);
  }
  .chips:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .chips ul {
    display: contents;
    list-style: none;
  }
  .chips li {
    display: flex;
    align-items: center;
    max-width: 100%;
    padding-inline-start: 10px;
    background: var(--sunken);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .chips li.refused {
    border-color: var(--danger);
  }
  .chips li .error {
    display: block;
  }
  .chips li button {
    min-width: 32px;
    min-height: 32px;
    padding: 0;
    background: none;
    border-color: transparent;
  }
  .chips input {
    flex: 1 1 14rem;
    width: auto;
    border-color: transparent;
    outline: none;
  }
  [type='file'] {
    padding: 4px 10px;
  }
  .told:empty {
    display: none;
  }
  @container (min-width: 900px) {
    .invitations th:nth-child(6) {
      width: 268px;
    }
  }
  @container (max-width: 640px) {
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
    .invitations :is(th, td),
    .invitations :is(th, td):first-child,
    .invitations :is(th, td):last-child {
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
