/** The part about doing something to many people, and the export of the list. Loaded when somebody does. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { BulkController, type BulkControllerOptions } from '../../../state/bulk/bulk-controller.js';
import { bulk as english, type BulkMessages } from '../../../messages/en/bulk.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { localized } from '../../parts/localized.js';
import { button } from '../../parts/button.js';
import { dialog } from '../../parts/dialog.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import { saveFile } from '../../parts/save-file.js';
import { question, roleChoice } from './confirmation.js';
import { styles } from './bulk.styles.js';
import type { BulkContext, BulkSurroundings } from './context.js';
import { ended, running } from './run.js';

export interface BulkPanel {
  readonly controller: BulkController;
  dispose(): void;
  /** The dialog, while one is open. */
  dialogs(surroundings: BulkSurroundings, overrides: OverridesOf<BulkMessages>): TemplateResult;
  /** How far an export is, or what came of it. */
  exportNote(
    surroundings: Pick<BulkSurroundings, 'renderProblem'>,
    overrides: OverridesOf<BulkMessages>,
  ): TemplateResult | typeof nothing;
  /** Begins an export with these filters, and hands over the file. */
  exportMembers(filters: URLSearchParams): Promise<void>;
}

export function createBulkPanel(host: LitElement, options: BulkControllerOptions): BulkPanel {
  const controller = new BulkController(host, options);
  const messages = localized(host, 'bulk', english);
  adoptStyles(host, dialogStyles, styles);
  return {
    controller,
    dispose: () => controller.dispose(),
    dialogs: (surroundings, overrides) => {
      const open = controller.dialog;
      const texts = messages.with(overrides);
      return html`${open ? runDialog({ ...surroundings, bulk: controller, dialog: open, messages: texts }) : nothing}`;
    },
    exportNote: (surroundings, overrides) => exportNote(controller, surroundings, messages.with(overrides)),
    exportMembers: async (filters) => {
      const file = await controller.exportMembers(filters);
      if (file) saveFile(file, `members-${new Date().toISOString().slice(0, 10)}.csv`);
    },
  };
}

function runDialog(context: BulkContext) {
  const { bulk, dialog: open, messages } = context;
  const { phase, run } = open;
  // A run goes on without its dialog; only the moment in which it begins has to be waited for.
  const busy = phase === 'starting';
  const title = messages.operations[open.operation].title(messages.members(open.people.length));
  return dialog({ id: 'bulk', title, close: () => bulk.close(), busy }, (dismiss) => {
    if (phase === 'choosing') return roleChoice(context, dismiss);
    if (phase === 'checking') return checking(context, dismiss);
    if (phase === 'running' && run) return running(context, run);
    if (phase === 'ended' && run) return ended(context, run, dismiss);
    return question(context, dismiss);
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

function exportNote(
  controller: BulkController,
  { renderProblem }: Pick<BulkSurroundings, 'renderProblem'>,
  { export: messages }: BulkMessages,
) {
  const state = controller.export;
  if (!state) return nothing;
  if (state.status === 'failed') return renderProblem(state.problem);
  if (state.status === 'done') return html`<p role="status">${messages.done(state.people)}</p>`;
  return html`<p role="status">${messages.running(state.people)}</p>
    <progress aria-label=${messages.action}></progress>
    <div>${button(messages.cancel, () => controller.cancelExport(), { part: 'cancel-export' })}</div>`;
}
