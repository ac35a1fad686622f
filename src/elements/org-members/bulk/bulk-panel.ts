/** The dialog of bulk actions. Loaded when one is opened. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { bulk as english, type BulkMessages } from '../../../messages/en/bulk.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { BulkController, type BulkControllerOptions } from '../../../state/bulk/bulk-controller.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { dialog } from '../../parts/dialog.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import { localized } from '../../parts/localized.js';
import type { SharedContext } from '../context.js';
import { styles } from './bulk.styles.js';
import { confirmation, roleChoice } from './confirmation.js';
import type { BulkContext } from './context.js';
import { ended, running } from './run.js';

export interface BulkPanel {
  readonly controller: BulkController;
  dispose(): void;
  /** Renders the dialog while it is open. */
  dialogs(shared: SharedContext, overrides: OverridesOf<BulkMessages>): TemplateResult;
}

export function createBulkPanel(host: LitElement, options: BulkControllerOptions): BulkPanel {
  const controller = new BulkController(host, options);
  const messages = localized(host, 'bulk', english);
  adoptStyles(host, dialogStyles, styles);
  return {
    controller,
    dispose: () => controller.dispose(),
    dialogs: (shared, overrides) => {
      const open = controller.dialog;
      const texts = messages.with(overrides);
      return html`${open ? bulkDialog({ ...shared, bulk: controller, dialog: open, messages: texts }) : nothing}`;
    },
  };
}

function bulkDialog(context: BulkContext) {
  const { bulk, dialog: open, messages } = context;
  const { phase, run } = open;
  // A run continues without its dialog. Only its start has to be waited for.
  const busy = phase === 'starting';
  const title = messages.operations[open.operation].title(messages.members(open.people.length));
  return dialog({ id: 'bulk', title, close: () => bulk.close(), busy }, (dismiss) => {
    if (phase === 'choosing') return roleChoice(context, dismiss);
    if (phase === 'checking') return checking(context, dismiss);
    if (phase === 'running' && run) return running(context, run);
    if (phase === 'ended' && run) return ended(context, run, dismiss);
    return confirmation(context, dismiss);
  });
}

function checking({ messages }: BulkContext, dismiss: (event: Event) => void) {
  return html`<p role="status">${messages.checking}</p>
    <div class="buttons">
      <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
        ${messages.cancel}
      </button>
    </div>`;
}
