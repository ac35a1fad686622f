import { html, nothing } from 'lit';
import type { BulkOperation } from '../../../contract/bulk.js';
import { hasTrait } from '../../../policy/operations.js';
import { bulkOperationsFor } from '../../../state/members/available-operations.js';
import { button } from '../../parts/button.js';
import type { PanelContext } from '../context.js';

/** Those that have a button of their own; the others are in a menu. */
const first: ReadonlySet<BulkOperation> = new Set(['password.reset', 'member.block']);

/** How many are selected, and what can be done about them. */
export function selectionBar(panel: PanelContext) {
  const { members, perform, messages } = panel;
  const { selection, info } = members;
  const offered = info ? bulkOperationsFor(info) : [];
  const others = offered.filter((operation) => !first.has(operation));
  return html`<div
    class="selected"
    part="selection"
    role="group"
    aria-label=${messages.selected(selection.size)}
  >
    <b aria-hidden="true">${messages.selected(selection.size)}</b>
    ${button(messages.clearSelection, () => selection.clear(), { part: 'clear-selection' })}
    ${offered
      .filter((operation) => first.has(operation))
      .map(
        (operation) =>
          html`<button
            type="button"
            part="button ${operation.replace('.', '-')}"
            class=${hasTrait(operation, 'destructive') ? 'grave' : nothing}
            @click=${() => perform((using) => using.openBulkDialog(operation))}
          >
            ${messages.opensDialog(messages.operations[operation])}
          </button>`,
      )}
    ${
      others.length > 0
        ? html`<button
            type="button"
            class="dots"
            part="button more"
            aria-haspopup="menu"
            aria-label=${messages.actionsForSelected}
            @click=${({ currentTarget }: Event) =>
              perform((using) => using.openSelectionMenu(others, currentTarget as HTMLElement))}
          ></button>`
        : nothing
    }
  </div>`;
}
