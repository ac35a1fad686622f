import { css } from 'lit';

/** Styles of buttons, inputs, badges and avatars, for all elements. */
export const controls = css`
  * {
    box-sizing: border-box;
    margin: 0;
  }
  h2,
  h3 {
    font-family: var(--orgdesk-font-heading, inherit);
    font-size: var(--font-size-l);
    font-weight: 600;
    line-height: 1.4;
    letter-spacing: -0.006em;
  }
  h2 {
    font-size: var(--font-size-xl);
  }
  :focus-visible {
    outline: var(--ring) solid var(--accent);
    outline-offset: 2px;
  }
  small {
    color: var(--muted);
    font-size: var(--font-size-s);
    font-weight: 400;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  svg {
    flex: none;
    translate: 0 0.125em;
    width: 1em;
    height: 1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* What points along a line of text. */
  :dir(rtl) > .mirrored {
    scale: -1 1;
  }
  button,
  input,
  select,
  textarea {
    min-height: var(--control-height);
    padding: var(--unit) calc(var(--unit) * 2.5);
    font: inherit;
    color: inherit;
    background: var(--surface);
    border: var(--border-width) solid var(--line-strong);
    border-radius: var(--radius);
  }
  input,
  select,
  textarea {
    display: block;
    width: 100%;
    min-width: 0;
  }
  /* At the side of the page, also where the chosen option is written in the other direction. */
  select {
    text-align: left;
  }
  select:dir(rtl) {
    text-align: right;
  }
  [aria-invalid='true'] {
    border-color: var(--danger);
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  /* Some browsers take an empty field with dir="auto" for one from left to right. */
  :placeholder-shown {
    direction: inherit;
    text-overflow: ellipsis;
  }
  button {
    padding-inline: calc(var(--unit) * 3);
    font-weight: 550;
    line-height: 1.3;
    overflow-wrap: break-word;
    background: var(--raised);
    border-color: color-mix(in oklab, var(--line-strong) 60%, var(--line));
    box-shadow: var(--shadow-1);
    cursor: pointer;
  }
  button svg {
    translate: none;
    vertical-align: -0.125em;
  }
  button:hover {
    background: color-mix(in oklab, var(--ink) 4%, var(--raised));
  }
  .primary {
    color: var(--on-accent);
    background: var(--accent);
    border-color: transparent;
  }
  .primary:hover {
    background: color-mix(in oklab, var(--accent) 90%, var(--ink));
  }
  .danger {
    color: var(--danger);
  }
  .quiet,
  .link {
    color: var(--muted);
    background: none;
    border-color: transparent;
    box-shadow: none;
  }
  .quiet:hover {
    color: var(--ink);
    background: var(--hover);
  }
  .link {
    padding-inline: calc(var(--unit) * 1.5);
    color: var(--link);
  }
  button[aria-disabled='true'] {
    color: var(--muted);
    background: var(--sunken);
    border-color: var(--line);
    box-shadow: none;
    cursor: default;
  }
  .check {
    display: flex;
    gap: calc(var(--unit) * 2);
    align-items: start;
    padding-block: 0.125rem;
    font-weight: 400;
  }
  [type='checkbox'] {
    flex: none;
    width: 1.0625rem;
    min-height: 1.0625rem;
    translate: 0 0.125rem;
    accent-color: var(--accent);
  }
  .badge {
    padding: 0.125rem 0.5rem;
    font-size: calc(var(--font-size-s) * 0.94);
    font-weight: 500;
    line-height: 1.3;
    color: var(--warn);
    white-space: nowrap;
    unicode-bidi: isolate;
    background: var(--warn-soft);
    border: var(--border-width) solid color-mix(in oklab, currentColor 22%, transparent);
    border-radius: var(--radius-pill);
  }
  .ok {
    color: var(--ok);
  }
  .badge.ok {
    background: var(--ok-soft);
    border-color: transparent;
  }
  /* A state and not a warning. */
  .badge.state {
    color: var(--ink);
    background: color-mix(in oklab, var(--ink) 7%, var(--surface));
    border-color: transparent;
  }
  .badge.calm {
    color: var(--muted);
    background: none;
    border-color: var(--line);
  }
  .avatar {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    overflow: hidden;
    width: 3.5rem;
    height: 3.5rem;
    font-size: 1.125rem;
    font-weight: 600;
    letter-spacing: 0.02em;
    /* Fixed lightness, so that initials are readable in any hue. */
    color: light-dark(oklch(0.4 0.12 var(--hue, 260)), oklch(0.93 0.04 var(--hue, 260)));
    background: light-dark(oklch(0.92 0.045 var(--hue, 260)), oklch(0.36 0.07 var(--hue, 260)));
    border-radius: var(--radius-avatar);
  }
  img {
    position: absolute;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  /* As wide as it is, on white in the dark: most logos are made for a light background. */
  .logo img {
    position: static;
    vertical-align: middle;
    width: auto;
    max-width: 10rem;
    height: var(--control-height);
    object-fit: contain;
    background: light-dark(transparent, white);
    border-radius: var(--radius-s);
  }
  .logo:has([hidden]) {
    display: none;
  }
  /* A placeholder that stands for a moment only distracts. That of a whole element is rendered late instead. */
  .bone {
    animation: appear 0.2s 0.2s backwards;
  }
  .skeleton {
    animation: appear 0.2s;
  }
  .skeleton .bone {
    animation: none;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bone,
    .skeleton {
      animation: none;
    }
  }
  /* Below 16 px, iOS zooms into a field that gets the focus, and stays there. */
  @media (pointer: coarse) {
    input,
    select,
    textarea {
      font-size: max(1rem, 16px);
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --muted: var(--ink);
      --line: var(--line-strong);
    }
  }
  @media (forced-colors: active) {
    button[aria-disabled='true'] {
      color: GrayText;
    }
    .avatar {
      border: var(--border-width) solid;
    }
  }
`;
