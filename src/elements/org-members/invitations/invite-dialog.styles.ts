import { css } from 'lit';

export const styles = css`
  .addresses {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--unit) * 1.5);
    max-height: 40vh;
    padding: calc(var(--unit) * 1.5);
    overflow: auto;
    border: var(--border-width) solid var(--line-strong);
    border-radius: var(--radius);
    &:focus-within {
      outline: var(--ring) solid var(--accent);
      outline-offset: 2px;
    }
    & ul {
      display: contents;
    }
    & li {
      display: flex;
      align-items: center;
      max-width: 100%;
      padding-inline-start: calc(var(--unit) * 2.5);
      font-weight: 500;
      background: var(--sunken);
      border: var(--border-width) solid var(--line);
      border-radius: calc(var(--radius) * 2);
    }
    /* Amber isn't needed, red is to be mended. */
    & li.refused {
      color: var(--danger);
      background: var(--danger-soft);
      border-color: color-mix(in oklab, var(--danger) 35%, transparent);
    }
    & li.not-needed {
      color: var(--warn);
      background: var(--warn-soft);
      border-color: color-mix(in oklab, var(--warn) 35%, transparent);
    }
    & li .error {
      display: block;
      color: inherit;
    }
    & li button {
      min-width: 2rem;
      min-height: 2rem;
      padding: 0;
      background: none;
      box-shadow: none;
      border-color: transparent;
    }
    & input {
      flex: 1 1 14rem;
      width: auto;
      border-color: transparent;
      outline: none;
    }
  }
  dialog [type='file'] {
    padding: 0.25rem 0.625rem;
  }
`;
