import { css } from 'lit';

/**
 * The page stands in an element with the class `beside`, after what it was opened from: next to it where there is room
 * for both, and else in its place.
 */
export const styles = css`
  .member-page {
    min-width: 0;
    background: var(--surface);
    outline-offset: -2px;
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  .member-page > * {
    padding: 20px 24px;
  }
  .member-page > * + * {
    border-block-start: 1px solid var(--line);
  }
  .member-page > .back {
    padding-block: 8px;
  }
  .back button {
    padding-inline: 8px;
    color: var(--accent);
    background: none;
    border-color: transparent;
  }
  .back .narrow span {
    display: inline-block;
  }
  .back .narrow span:dir(rtl) {
    scale: -1 1;
  }
  .back .wide {
    display: none;
  }
  .member-page > .editor {
    padding: 0;
  }
  .editor profile-editor::part(card) {
    border: 0;
    border-radius: 0;
  }
  .person {
    display: flex;
    gap: 12px;
    align-items: center;
    min-width: 0;
  }
  .person > div {
    min-width: 0;
  }
  .person small {
    display: block;
  }
  .person .badge {
    font-size: 0.75rem;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 4px;
  }
  .badge.bad {
    color: var(--danger);
  }
  .badge.calm {
    color: var(--muted);
  }
  .member-page h3 {
    font-size: 1.05em;
  }
  .member-page section > header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: space-between;
    align-items: center;
    min-height: 36px;
  }
  .facts {
    padding: 0;
  }
  .facts li {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    justify-content: space-between;
    align-items: center;
    padding-block: 8px;
  }
  .facts li + li {
    border-block-start: 1px solid var(--line);
  }
  .facts li > div {
    flex: 1 1 14rem;
    min-width: 0;
  }
  .facts small {
    display: block;
  }
  .locked {
    display: flex;
    gap: 6px;
    align-items: start;
  }
  .danger {
    color: var(--danger);
    border-color: color-mix(in srgb, var(--danger) 50%, transparent);
  }
  .member-page .bone {
    height: 40px;
    animation: come 0.2s 0.3s backwards;
  }
  .bone + .bone {
    margin-block-start: 8px;
  }
  @container (min-width: 44rem) {
    .beside:has(> .member-page) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 24rem;
      align-items: start;
    }
    .beside:has(> .member-page) > :not(.member-page) {
      grid-column: 1;
    }
    .member-page {
      position: sticky;
      inset-block-start: 0;
      grid-area: 1 / 2 / span 20;
      max-height: 100vh;
      overflow: auto;
      background: var(--raised);
      border-inline-start: 1px solid var(--line);
      box-shadow: var(--shadow-2);
    }
    .member-page > * {
      padding-inline: 16px;
    }
    .back {
      text-align: end;
    }
    .back .wide {
      display: revert;
    }
    .back .narrow {
      display: none;
    }
  }
  @container (min-width: 62rem) {
    .beside:has(> .member-page) {
      grid-template-columns: minmax(0, 1fr) 34rem;
    }
    .member-page > * {
      padding-inline: 24px;
    }
  }
  @container (width < 44rem) {
    .beside:has(> .member-page) > :not(.member-page) {
      display: none;
    }
  }
  @container (max-width: 32.5rem) {
    .member-page > * {
      padding-inline: 16px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .member-page .bone {
      animation: none;
    }
  }
`;
