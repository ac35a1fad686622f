import { html } from 'hono/html';
import type { Organization } from '../directory.js';
import { layout } from './layout.js';

/** One thing to tell the person in front of the browser, where there is no application to tell. */
export function messagePage(title: string, message: string, organization?: Organization) {
  return layout(title, html`<p>${message}</p>`, organization);
}
