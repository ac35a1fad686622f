import { html, svg, type TemplateResult } from 'lit';

/** Takes the color of the text. Hidden from assistive technology, because the text says the same. */
const icon = (size: number, paths: TemplateResult<2>) =>
  html`<svg width=${size} height=${size} viewBox="0 0 16 16" aria-hidden="true">${paths}</svg>`;

export const lockIcon = icon(
  13,
  svg`<rect x="3" y="7" width="10" height="7" rx="1.5" /><path d="M5 7V5a3 3 0 0 1 6 0v2" />`,
);

export const keyIcon = icon(20, svg`<circle cx="5" cy="11" r="3" /><path d="m7.2 8.8 6-6M11 5l2 2" />`);
