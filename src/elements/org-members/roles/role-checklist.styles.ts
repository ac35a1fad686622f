import { css } from 'lit';

export const styles = css`
  .role-checklist {
    width: 19rem;
    overflow: auto;
    outline-offset: calc(var(--ring) * -1);
  }
  .role-checklist :is(p, li) {
    padding: calc(var(--unit) * 1.5) calc(var(--unit) * 2.5);
  }
  .role-checklist ul {
    padding: 0;
    list-style: none;
  }
  .role-checklist small {
    display: block;
  }
  .role-checklist > p {
    color: var(--muted);
    font-size: var(--font-size-s);
  }
`;
