/** The filters that apply, each with a button that removes it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MembersMessages } from '../../messages/en/members.js';
import { closeIcon } from '../parts/icons.js';

export interface AppliedFilter {
  readonly label: string;
  readonly value: string;
  remove(): void;
}

interface AppliedFiltersOptions {
  readonly filters: readonly AppliedFilter[];
  readonly messages: Pick<MembersMessages, 'appliedFilter' | 'removeFilter' | 'clearFilters'>;
  /** `null` where the filters can be cleared elsewhere. */
  readonly clear: (() => void) | null;
  /** How many were found. */
  readonly found: TemplateResult | typeof nothing;
}

export function appliedFilters({ filters, messages, clear, found }: AppliedFiltersOptions): TemplateResult {
  return html`<div class="applied" part="applied">
    ${filters.map(({ label, value, remove }) => {
      const text = messages.appliedFilter(label, value);
      return html`<button
        type="button"
        class="chip"
        part="button filter-chip"
        aria-label=${messages.removeFilter(text)}
        @click=${remove}
      >
        <bdi>${text}</bdi> ${closeIcon}
      </button>`;
    })}
    ${
      clear
        ? html`<button type="button" class="link" part="button clear-filters" @click=${clear}>
            ${messages.clearFilters}
          </button>`
        : nothing
    }
    ${found}
  </div>`;
}
