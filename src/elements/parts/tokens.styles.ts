import { css } from 'lit';

/**
 * Design tokens. Hosts set `--orgdesk-*`; the elements use the short names, which hold the defaults.
 * `color-scheme` selects the theme. It is inherited from the page unless `theme` is set.
 */
export const tokens = css`
  :host {
    --accent: var(--orgdesk-accent, light-dark(#3b5bdb, #8ea5ff));
    --on-accent: var(--orgdesk-on-accent, light-dark(#fff, #10131c));
    --ink: var(--orgdesk-ink, light-dark(#1a1d24, #e9ebf0));
    --muted: var(--orgdesk-muted, light-dark(#5a6170, #a4abba));
    --line: var(--orgdesk-line, light-dark(#e3e6ec, #2c313c));
    --surface: var(--orgdesk-surface, light-dark(#fff, #171a21));
    --sunken: var(--orgdesk-sunken, light-dark(#f6f7f9, #11141a));
    --danger: var(--orgdesk-danger, light-dark(#c2255c, #ff7b9c));
    --ok: var(--orgdesk-ok, light-dark(#237032, #69db7c));
    --warn: var(--orgdesk-warn, light-dark(#965400, #ffc46b));
    --radius: var(--orgdesk-radius, 8px);
    display: block;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  [hidden],
  :host([hidden]) {
    display: none;
  }
  /* Stops inherited text styles of the page (spacing, case, alignment). */
  .card {
    all: initial;
    color-scheme: inherit;
    display: block;
    container-type: inline-size;
    overflow: clip;
    font: 0.9375rem/1.5 var(--orgdesk-font, system-ui, sans-serif);
    overflow-wrap: anywhere;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 6px);
  }
`;
