import { html, nothing } from 'lit';

const line = html`<div class="bone" part="bone"></div>`;
const shortLine = html`<div class="bone short" part="bone"></div>`;
const control = html`<div class="bone control" part="bone"></div>`;

/** Placeholder while the profile loads. */
export function skeleton(withHeader: boolean) {
  return html`<div class="skeleton layout" part="skeleton" aria-hidden="true">
    <div class="column">
      ${
        withHeader
          ? html`<div class="who">
              <div class="bone avatar" part="bone"></div>
              <div class="lines">${shortLine} ${shortLine}</div>
            </div>`
          : nothing
      }
      <div class="card">
        <section><div class="lines">${shortLine} ${line} ${line}</div></section>
        <section>
          ${shortLine}
          <div class="grid">${control} ${control} ${control} ${control}</div>
        </section>
      </div>
    </div>
  </div>`;
}
