import { html, svg, type TemplateResult } from 'lit';

/**
 * As large and as dark as the text beside it. Hidden from assistive technology, because the text says the same.
 * @param name - Of its part, which hosts draw over: what it shows, not where.
 */
export const icon = (name: string, paths: TemplateResult<2>) =>
  html`<svg part="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true">${paths}</svg>`;

/** An icon that points along the line of text: it is mirrored where that is written from right to left. */
export const mirroredIcon = (name: string, paths: TemplateResult<2>) =>
  html`<svg class="mirrored" part="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true">${paths}</svg>`;

export const lockIcon = icon(
  'lock',
  svg`<rect x="3" y="7" width="10" height="7" rx="1.5" /><path d="M5 7V5a3 3 0 0 1 6 0v2" />`,
);

export const keyIcon = icon('key', svg`<circle cx="5" cy="11" r="3" /><path d="m7.2 8.8 6-6M11 5l2 2" />`);

export const blockIcon = icon('block', svg`<circle cx="8" cy="8" r="6" /><path d="m3.8 3.8 8.4 8.4" />`);

export const plusIcon = icon('plus', svg`<path d="M8 3v10M3 8h10" />`);

export const closeIcon = icon('close', svg`<path d="m4 4 8 8M12 4l-8 8" />`);

export const calendarIcon = icon(
  'calendar',
  svg`<rect x="2.5" y="3.5" width="11" height="10" rx="1.5" /><path d="M2.5 7h11M5.5 2v3M10.5 2v3" />`,
);

export const downloadIcon = icon('download', svg`<path d="M8 2.5v7.5M4.5 7 8 10.5 11.5 7M3 13.5h10" />`);

export const moreIcon = icon('more', svg`<path d="M3 8h.01M8 8h.01M13 8h.01" stroke-width="2.4" />`);

export const ascendingIcon = icon('ascending', svg`<path d="M8 13V3M4 7l4-4 4 4" />`);

export const descendingIcon = icon('descending', svg`<path d="M8 3v10M4 9l4 4 4-4" />`);

export const sortableIcon = icon('sortable', svg`<path d="m5 6 3-3 3 3M5 10l3 3 3-3" />`);
