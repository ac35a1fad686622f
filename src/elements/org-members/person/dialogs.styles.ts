import { css } from 'lit';

export const styles = css`
  dialog .person {
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 2px);
  }
  dialog .avatar {
    width: 36px;
    height: 36px;
    font-size: 13px;
  }
  .steps {
    display: grid;
    gap: 10px;
    padding: 0;
    counter-reset: step;
  }
  .steps li {
    display: grid;
    grid-template-columns: 22px 1fr;
    gap: 8px;
    counter-increment: step;
  }
  .steps li::before {
    font-weight: 700;
    color: var(--accent);
    content: counter(step);
  }
  .advice {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 8px 12px;
    font-size: 0.93em;
    background: color-mix(in srgb, var(--warn) 8%, transparent);
    border-inline-start: 3px solid var(--warn);
  }
  .advice ul,
  .receipt ul {
    padding-inline-start: 20px;
  }
  .receipt {
    display: grid;
    gap: 10px;
  }
  .receipt h3 {
    font-size: 0.93em;
  }
  .outcome {
    font-weight: 600;
  }
  .roles {
    gap: 8px;
  }
  .roles .check {
    align-items: start;
  }
  .roles small {
    display: block;
  }
  .compared {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 14px;
  }
  .compared dt {
    color: var(--muted);
  }
`;
