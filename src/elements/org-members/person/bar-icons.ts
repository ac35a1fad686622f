/** Icons of the bar. Apart from the others, which are loaded with the first list. */
import { svg } from 'lit';
import { icon, mirroredIcon } from '../../parts/icons.js';

export const previousIcon = icon('previous', svg`<path d="m4 10 4-4 4 4" />`);

export const nextIcon = icon('next', svg`<path d="m4 6 4 4 4-4" />`);

export const linkIcon = icon(
  'link',
  svg`<path
    d="M6.5 9.5a2.5 2.5 0 0 0 3.5 0l3-3A2.5 2.5 0 0 0 9.5 3L9 3.5M9.5 6.5a2.5 2.5 0 0 0-3.5 0l-3 3A2.5 2.5 0 0 0 6.5 13l.5-.5"
  />`,
);

export const expandIcon = icon(
  'expand',
  svg`<path d="M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9" />`,
);

export const besideIcon = mirroredIcon(
  'beside',
  svg`<rect x="2" y="3" width="12" height="10" rx="1.5" /><path d="M9 3v10" />`,
);
