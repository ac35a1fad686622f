/** Apart from the other icons: only dialogs and menus that delete something load it. */
import { svg } from 'lit';
import { icon } from './icons.js';

export const deleteIcon = icon(
  'delete',
  svg`<path d="M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.7 7v4M9.3 7v4" />`,
);
