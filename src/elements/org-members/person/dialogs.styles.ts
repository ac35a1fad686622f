import { css } from 'lit';

export const styles = css`
  dialog {
    & .person {
      display: flex;
      gap: calc(var(--unit) * 3);
      align-items: center;
      min-width: 0;
    }
    & .person small,
    & .roles small {
      display: block;
    }
    & .avatar {
      width: 2.25rem;
      height: 2.25rem;
      font-size: 0.8125rem;
    }
    & .locked {
      display: flex;
      gap: 0.4em;
      align-items: start;
      color: var(--muted);
    }
    & .advice {
      display: grid;
      gap: calc(var(--unit) * 2);
      justify-items: start;
      padding: calc(var(--unit) * 2.5) calc(var(--unit) * 3.5);
      background: var(--warn-soft);
      border-radius: var(--radius);
    }
    & .advice ul {
      padding-inline-start: 1.25rem;
    }
    & .receipt {
      display: grid;
      gap: calc(var(--unit) * 3);
    }
    & .receipt h3 {
      margin-block-end: var(--unit);
      font-size: 1em;
    }
    & .outcome {
      font-weight: 600;
    }
    & .roles {
      gap: calc(var(--unit) * 2);
    }
    & .roles .check {
      align-items: start;
    }
    & .compared {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--unit) calc(var(--unit) * 3.5);
    }
    & .compared dt {
      color: var(--muted);
    }
  }
`;
