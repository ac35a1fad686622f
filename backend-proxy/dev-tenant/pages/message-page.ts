import { html } from 'hono/html';
import type { Organization } from '../directory.js';
import { layout } from './layout.js';

/** Shows a message to the user when there is no application to return to. */
export function messagePage(title: string, message: string, organization?: Organization) {
  return layout(title, html`<p>${message}</p>`, organization);
}
