import { html } from 'lit';

const bone = html`<div class="bone" part="bone"></div>`;
const rows = Array.from({ length: 8 });

/** Renders the placeholder of the list while it loads. */
export function skeletonRows() {
  return html`<div class="skeleton" part="skeleton" aria-hidden="true">
    <div class="heads"></div>
    ${rows.map(
      () =>
        html`<div class="bones">
          <div class="bone avatar" part="bone"></div>
          <div class="lines">${bone} ${bone}</div>
          ${bone} ${bone} ${bone}
        </div>`,
    )}
  </div>`;
}
