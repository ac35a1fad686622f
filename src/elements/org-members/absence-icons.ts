/** Icons above what stands in place of a list. Not beside the others, which the profile loads too. */
import { svg } from 'lit';
import { icon } from '../parts/icons.js';

export const searchIcon = icon(
  'search',
  svg`<circle cx="7" cy="7" r="4.5" /><path d="m10.3 10.3 3.2 3.2" />`,
);

export const peopleIcon = icon(
  'people',
  svg`<circle cx="6" cy="5" r="2.5" /><path d="M1.5 13.5a4.5 4.5 0 0 1 9 0M10.5 2.7a2.5 2.5 0 0 1 0 4.6M12 9.6a4.5 4.5 0 0 1 2.5 3.9" />`,
);

export const alertIcon = icon('alert', svg`<path d="M8 2 1.5 13.5h13zM8 6.5v3M8 11.5h.01" />`);
