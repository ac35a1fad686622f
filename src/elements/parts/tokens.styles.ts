import { css } from 'lit';

/**
 * Design tokens. Hosts set `--orgdesk-*`; the elements use the short names, which hold the defaults.
 * `color-scheme` selects the theme. It is inherited from the page unless `theme` is set.
 *
 * Lengths are in rem, so that all of it grows with the reader's text size.
 */
export const tokens = css`
  :host {
    --accent: var(--orgdesk-accent, light-dark(#3b5bdb, #91a7ff));
    --on-accent: var(--orgdesk-on-accent, light-dark(#fff, #0f1424));
    --link: var(--orgdesk-link, var(--accent));
    --ink: var(--orgdesk-ink, light-dark(#16181d, #e9ebf0));
    --muted: var(--orgdesk-muted, light-dark(#5a6170, #a3abba));
    --line: var(--orgdesk-line, light-dark(#e4e7ec, #2a2f3a));
    --line-strong: var(--orgdesk-line-strong, light-dark(#878e9c, #6d7585));
    --surface: var(--orgdesk-surface, light-dark(#fff, #15181e));
    --sunken: var(--orgdesk-sunken, light-dark(#f6f7f9, #0f1217));
    --raised: var(--orgdesk-raised, light-dark(#fff, #1c2028));
    --danger: var(--orgdesk-danger, light-dark(#b42318, #ff9087));
    --on-danger: var(--orgdesk-on-danger, light-dark(#fff, #2b0704));
    --ok: var(--orgdesk-ok, light-dark(#1f7a3a, #6fd58a));
    --warn: var(--orgdesk-warn, light-dark(#8f5300, #f5bd63));
    --danger-soft: var(
      --orgdesk-danger-soft,
      light-dark(oklch(from var(--danger) 0.97 0.018 h), oklch(from var(--danger) 0.245 0.025 h))
    );
    --ok-soft: var(
      --orgdesk-ok-soft,
      light-dark(oklch(from var(--ok) 0.96 0.04 h), oklch(from var(--ok) 0.3 0.05 h))
    );
    --warn-soft: var(
      --orgdesk-warn-soft,
      light-dark(oklch(from var(--warn) 0.968 0.038 h), oklch(from var(--warn) 0.3 0.045 h))
    );
    --selected: var(--orgdesk-selected, color-mix(in oklab, var(--link) 9%, var(--surface)));
    --open: var(--orgdesk-open, color-mix(in oklab, var(--ink) 5%, var(--surface)));
    --hover: var(--orgdesk-hover, color-mix(in oklab, var(--ink) 3.5%, var(--surface)));
    --font-size: var(--orgdesk-font-size, 0.875rem);
    --font-size-s: var(--orgdesk-font-size-s, calc(var(--font-size) * 0.929));
    --font-size-l: var(--orgdesk-font-size-l, calc(var(--font-size) * 1.143));
    --font-size-xl: var(--orgdesk-font-size-xl, calc(var(--font-size) * 1.429));
    --unit: var(--orgdesk-space, 0.25rem);
    --row-height: var(--orgdesk-row-height, 3.5rem);
    --control-height: var(--orgdesk-control-height, 2.25rem);
    --radius: var(--orgdesk-radius, 0.5rem);
    --radius-s: var(--orgdesk-radius-s, calc(var(--radius) * 0.625));
    --radius-l: var(--orgdesk-radius-l, calc(var(--radius) * 1.5));
    --radius-xl: var(--orgdesk-radius-xl, calc(var(--radius) * 1.75));
    --radius-pill: var(--orgdesk-radius-pill, 99rem);
    --radius-avatar: var(--orgdesk-radius-avatar, 50%);
    --border-width: var(--orgdesk-border-width, 1px);
    --ring: var(--orgdesk-ring, 2px);
    --shadow-1: var(--orgdesk-shadow-1, 0 1px 2px light-dark(#10182810, #0006));
    --shadow-2: var(
      --orgdesk-shadow-2,
      0 0.5rem 1.5rem light-dark(#1018281f, #000a),
      0 1px 3px light-dark(#10182814, #0008)
    );
    --shadow-3: var(
      --orgdesk-shadow-3,
      0 1.5rem 4rem light-dark(#10182833, #000c),
      0 2px 6px light-dark(#10182814, #0008)
    );
    display: block;
  }
  /*
   * Beside an accent that is red itself, what takes something away gets a deeper red, and links and selections leave the hue.
   * Red is within 40° of the hue of danger (cos 40° = 0.766), and strong enough to be seen as a color.
   */
  @supports (color: oklch(from red calc(cos(h * 1deg)) c h)) {
    :host {
      /* 1 or 0. Works only in a color that is made from the accent. */
      --is-red: clamp(0, (cos((h - 29.5) * 1deg) - 0.766) * 9999, 1) * clamp(0, (c - 0.06) * 9999, 1);
      --danger: var(
        --orgdesk-danger,
        light-dark(
          oklch(
            from var(--accent) calc(0.5 - 0.116 * var(--is-red)) calc(0.182 - 0.042 * var(--is-red))
              calc(29.5 - 13 * var(--is-red))
          ),
          oklch(
            from var(--accent) 0.77 calc(0.1355 + 0.014 * var(--is-red)) calc(25.6 - 29.4 * var(--is-red))
          )
        )
      );
      --link: var(
        --orgdesk-link,
        light-dark(
          oklch(from var(--accent) calc(l + (0.21 - l) * var(--is-red)) calc(c - c * var(--is-red)) h),
          oklch(from var(--accent) calc(l + (0.94 - l) * var(--is-red)) calc(c - c * var(--is-red)) h)
        )
      );
    }
  }
  /* Important: otherwise a page that resets every element decides. */
  :host([theme='light']) {
    color-scheme: light !important;
  }
  :host([theme='dark']) {
    color-scheme: dark !important;
  }
  :host([density='compact']) {
    --font-size: var(--orgdesk-font-size, 0.8125rem);
    --unit: var(--orgdesk-space, 0.2rem);
    --row-height: var(--orgdesk-row-height, 2.5rem);
    --control-height: var(--orgdesk-control-height, 1.875rem);
  }
  [hidden],
  :host([hidden]) {
    display: none;
  }
  /* Stops inherited text styles of the page (spacing, case, alignment), and none that hide or disable. */
  .page,
  .card {
    all: initial;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    display: block;
    container-type: inline-size;
    font-family: var(--orgdesk-font, system-ui, sans-serif);
    font-size: var(--font-size);
    line-height: 1.5;
    overflow-wrap: anywhere;
    color: var(--ink);
  }
  /*
   * Korean has spaces. Japanese readers expect a line to end with a phrase, where the browser knows them, and none to start
   * with a small kana.
   */
  :is(.page, .card):lang(ko) {
    word-break: keep-all;
  }
  :is(.page, .card):lang(ja) {
    word-break: auto-phrase;
    line-break: strict;
  }
  .card {
    overflow: clip;
    background: var(--surface);
    border: var(--border-width) solid var(--line);
    border-radius: var(--radius-l);
  }
`;
