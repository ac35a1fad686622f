import { html } from 'lit';

/** A frame around sections that belong together. */
export const card = (content: unknown) => html`<div class="card" part="card">${content}</div>`;
