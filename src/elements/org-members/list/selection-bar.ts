import { html, nothing } from 'lit';
import type { BulkOperation } from '../../../contract/bulk.js';
import { hasTrait } from '../../../policy/operations.js';
import { bulkOperationsFor } from '../../../state/members/available-operations.js';
import { moreIcon } from '../../parts/icons.js';
import type { PanelContext } from '../context.js';

/** Operations with a button of their own; the others are in a menu. */
const withButton: ReadonlySet<BulkOperation> = new Set(['password.reset', 'member.block']);

/** Renders the number of selected members, and the bulk actions. */
export function selectionBar(panel: PanelContext) {
  const { members, perform, messages } = panel;
  const { selection, info } = members;
  const operations = info ? bulkOperationsFor(info) : [];
  const inMenu = operations.filter((operation) => !withButton.has(operation));
  return html`<div
    class="selected"
    part="selection"
    role="group"
    aria-label=${messages.selected(selection.size)}
  >
    <b aria-hidden="true">${messages.selected(selection.size)}</b>
    <button type="button" class="link" part="button clear-selection" @click=${() => selection.clear()}>
      ${messages.clearSelection}
    </button>
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
            ${messages.opensDialog(messages.operations[operation])}
          </button>`,
      )}
    ${
      inMenu.length > 0
        ? html`<button
            type="button"
            class="dots"
            part="button more"
            aria-haspopup="menu"
            aria-label=${messages.actionsForSelected}
            @click=${({ currentTarget }: Event) =>
              perform((actions) => actions.openSelectionMenu(inMenu, currentTarget as HTMLElement))}
          >
            ${moreIcon}
          </button>`
        : nothing
    }
  </div>`;
}
