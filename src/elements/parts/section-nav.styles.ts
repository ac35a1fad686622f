import { css } from 'lit';

export const styles = css`
  nav {
    display: none;
  }
  nav a {
    display: block;
    padding: calc(var(--unit) * 1.5) calc(var(--unit) * 3);
    color: var(--muted);
    font-weight: 500;
    text-decoration: none;
    border-radius: var(--radius);
  }
  nav a:hover {
    color: var(--ink);
    background: var(--hover);
  }
  nav [aria-current] {
    color: var(--ink);
    font-weight: 600;
    background: color-mix(in oklab, var(--ink) 7%, transparent);
  }
  @container (min-width: 60rem) {
    nav {
      position: sticky;
      top: calc(var(--unit) * 5);
      display: grid;
      gap: 2px;
    }
  }
  @media (forced-colors: active) {
    nav [aria-current] {
      text-decoration: underline;
    }
  }
`;
