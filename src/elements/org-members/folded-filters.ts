/** Filters that fold behind a button where the toolbar has no room for them. */
import { html, svg, type TemplateResult } from 'lit';
import { icon } from '../parts/icons.js';

const filterIcon = icon('filter', svg`<path d="M2 4h12M4.5 8h7M7 12h2" />`);

export function foldedFilters(label: string, filters: TemplateResult): TemplateResult {
  return html`<button
      type="button"
      class="fold"
      part="button show-filters"
      aria-expanded="false"
      @click=${toggle}
    >
      ${filterIcon} ${label}
    </button>
    <div class="folded">${filters}</div>`;
}

/** Only the attribute knows, which the styles follow: where there is room, nothing is folded. */
function toggle({ currentTarget }: Event): void {
  const fold = currentTarget as HTMLElement;
  fold.ariaExpanded = String(fold.ariaExpanded !== 'true');
}
