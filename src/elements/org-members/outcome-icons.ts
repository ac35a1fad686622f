/** Icons of what an operation will do, or has done. */
import { svg } from 'lit';
import { icon } from '../parts/icons.js';

export const checkIcon = icon('check', svg`<path d="m3 8.5 3.5 3.5L13 5" />`);

export const infoIcon = icon('info', svg`<circle cx="8" cy="8" r="6" /><path d="M8 7.5v3M8 5.2h.01" />`);

export const clockIcon = icon('clock', svg`<circle cx="8" cy="8" r="6" /><path d="M8 4.5V8l2.2 1.5" />`);
