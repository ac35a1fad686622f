import { css } from 'lit';

/** Styles of buttons, inputs, badges and avatars, for all elements. */
export const controls = css`
  * {
    box-sizing: border-box;
    margin: 0;
  }
  h2 {
    font-size: 1.2em;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  small {
    color: var(--muted);
    font-size: 0.87em;
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
    translate: 0 2px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  button,
  input,
  select,
  textarea {
    min-height: 36px;
    padding: 6px 10px;
    font: inherit;
    color: inherit;
    background: var(--surface);
    border: 1px solid color-mix(in srgb, var(--muted) 75%, transparent);
    border-radius: var(--radius);
  }
  input,
  select,
  textarea {
    display: block;
    width: 100%;
    min-width: 0;
  }
  [aria-invalid='true'] {
    border-color: var(--danger);
  }
  button {
    padding-inline: 14px;
    font-weight: 550;
    cursor: pointer;
  }
  .primary {
    color: var(--on-accent);
    background: var(--accent);
    border-color: transparent;
  }
  button:hover {
    border-color: currentColor;
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  .check {
    display: flex;
    gap: 8px;
    padding-block: 2px;
    font-weight: 400;
  }
  [type='checkbox'] {
    flex: none;
    width: 18px;
    min-height: 18px;
    translate: 0 2px;
    accent-color: var(--accent);
  }
  .badge {
    padding: 0 9px;
    font-size: 0.8em;
    font-weight: 600;
    color: var(--warn);
    white-space: nowrap;
    unicode-bidi: isolate;
    border: 1px solid;
    border-radius: 99px;
  }
  .ok {
    color: var(--ok);
  }
  .avatar {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    overflow: hidden;
    width: 56px;
    height: 56px;
    font-size: 20px;
    font-weight: 650;
    color: #fff;
    background: #0b7285;
    border-radius: 50%;
  }
  img {
    position: absolute;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  @media (forced-colors: active) {
    button[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
    .avatar {
      border: 1px solid;
    }
  }
`;
