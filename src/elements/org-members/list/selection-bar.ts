import { html, nothing } from 'lit';
import type { BulkOperation } from '../../../contract/bulk.js';
import { formatNumber } from '../../../messages/formats.js';
import { hasTrait } from '../../../policy/operations.js';
import { bulkOperationsFor } from '../../../state/members/available-operations.js';
import type { MatchingSelection } from '../../../state/members/matching-selection.js';
import { closeIcon, moreIcon } from '../../parts/icons.js';
import type { PanelContext } from '../context.js';
import { operationIcons } from '../operation-icons.js';
import { notice } from './empty-state.js';

/** Operations with a button of their own; the others are in a menu. */
const withButton: ReadonlySet<BulkOperation> = new Set(['password.reset', 'member.block']);

/** Renders the number of selected members, and the bulk actions. */
export function selectionBar(panel: PanelContext, matching: MatchingSelection) {
  const { members, perform, messages } = panel;
  const { selection, info } = members;
  const operations = info ? bulkOperationsFor(info) : [];
  const inMenu = operations.filter((operation) => !withButton.has(operation));
  const clear = () => {
    matching.cancel();
    selection.clear();
  };
  return html`<div
    class="selected"
    part="selection"
    role="group"
    aria-label=${messages.selected(selection.size)}
  >
    <div>
      <b aria-hidden="true">${messages.selected(selection.size)}</b>
      ${operations.length > 0 ? matchingButton(panel, matching) : nothing}
      ${operations
        .filter((operation) => withButton.has(operation))
        .map(
          (operation) =>
            html`<button
              type="button"
              part="button ${operation.replace('.', '-')}"
              class=${hasTrait(operation, 'destructive') ? 'destructive-text' : nothing}
              @click=${() => perform((actions) => actions.openBulkDialog(operation))}
            >
              ${hasTrait(operation, 'destructive') ? operationIcons[operation] : nothing}
              <span>${messages.opensDialog(messages.operations[operation])}</span>
            </button>`,
        )}
      ${matchingProblem(panel, matching)}
    </div>
    ${
      inMenu.length > 0
        ? html`<button
            type="button"
            class="dots"
            part="button selection-menu"
            aria-haspopup="menu"
            aria-label=${messages.actionsForSelected}
            @click=${({ currentTarget }: Event) =>
              perform((actions) => actions.openSelectionMenu(inMenu, currentTarget as HTMLElement))}
          >
            ${moreIcon}
          </button>`
        : nothing
    }
    <button
      type="button"
      class="icon-button"
      part="button clear-selection"
      aria-label=${messages.clearSelection}
      title=${messages.clearSelection}
      @click=${() => clear()}
    >
      ${closeIcon}
    </button>
  </div>`;
}

/** Selects everyone on all pages, and then only this page again. One button, so that the focus stays. */
function matchingButton({ members, messages, lang }: PanelContext, matching: MatchingSelection) {
  const { page } = members.state;
  if (!page || (!page.hasNext && !members.hasPrevious)) return nothing;
  const { state } = matching;
  const isLoading = state?.status === 'loading';
  const isAll = state?.status === 'all';
  const { total } = page;
  const count = total && messages.count(formatNumber(total.count, lang), total.exact);
  const label = isLoading
    ? messages.selecting(formatNumber(state.count, lang))
    : isAll
      ? messages.selectPage
      : messages.selectMatching(count);
  const press = () => (isAll ? matching.selectPage() : void matching.selectAll());
  return html`<button
    type="button"
    class="link"
    part="button select-matching"
    aria-disabled=${isLoading}
    @click=${() => isLoading || press()}
  >
    ${label}
  </button>`;
}

function matchingProblem(panel: PanelContext, { state }: MatchingSelection) {
  if (state?.status === 'failed') return notice(panel, state.problem, false);
  if (state?.status !== 'too-many') return nothing;
  return html`<p role="alert">${panel.messages.tooManyMatch(formatNumber(state.max, panel.lang))}</p>`;
}
