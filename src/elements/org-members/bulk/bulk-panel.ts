/** The dialog of bulk actions. Loaded when one is opened. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { bulk as english, type BulkMessages } from '../../../messages/en/bulk.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { BulkController, type BulkControllerOptions } from '../../../state/bulk/bulk-controller.js';
import type { BulkPerson } from '../../../state/bulk/bulk-intent.js';
import type { SelectionFile } from '../../../state/bulk/selection-file.js';
import { LazyModule } from '../../../state/lazy-module.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { dialog } from '../../parts/dialog.js';
import { dialogStyles } from '../../parts/dialog.styles.js';
import { localized } from '../../parts/localized.js';
import type { SharedContext } from '../context.js';
import { styles } from './bulk.styles.js';
import { confirmation, roleChoice } from './confirmation.js';
import type { BulkContext } from './context.js';
import { fileNote, runNote } from './note.js';
import { ended, running, titleOf } from './run.js';

export interface BulkPanel {
  readonly controller: BulkController;
  dispose(): void;
  /** Renders the dialog while it is open. */
  dialogs(shared: SharedContext, overrides: OverridesOf<BulkMessages>): TemplateResult;
  /** Selects the members in a file with results. */
  selectFrom(file: File): Promise<void>;
  /** Renders the progress of a run whose dialog was closed, or its result, and what came out of a file. */
  note(shared: SharedContext, overrides: OverridesOf<BulkMessages>): TemplateResult;
}

export interface BulkPanelOptions extends BulkControllerOptions {
  select(people: readonly BulkPerson[]): void;
}

export function createBulkPanel(host: LitElement, options: BulkPanelOptions): BulkPanel {
  const controller = new BulkController(host, options);
  const messages = localized(host, 'bulk', english);
  adoptStyles(host, dialogStyles, styles);
  const contextOf = (shared: SharedContext, overrides: OverridesOf<BulkMessages>): BulkContext | null => {
    const { dialog: open } = controller;
    return open && { ...shared, bulk: controller, dialog: open, messages: messages.with(overrides) };
  };
  const fileReader = new LazyModule(host, () => import('../../../state/bulk/selection-file.js'));
  let file: SelectionFile | null = null;
  function showFile(shown: SelectionFile | null): void {
    file = shown;
    host.requestUpdate();
  }
  return {
    controller,
    dispose: () => controller.dispose(),
    dialogs: (shared, overrides) => {
      const context = contextOf(shared, overrides);
      return html`${context && !context.dialog.isHidden ? bulkDialog(context) : nothing}`;
    },
    note: (shared, overrides) => {
      const context = contextOf(shared, overrides);
      return html`${context?.dialog.isHidden ? runNote(context) : nothing}
      ${file ? fileNote(file, messages.with(overrides), () => showFile(null)) : nothing}`;
    },
    selectFrom: async (chosen) => {
      const [content, reader] = await Promise.all([
        // A file can be gone, or locked, by the time it is read.
        chosen.arrayBuffer().catch(() => null),
        fileReader.load(),
      ]);
      if (!content || !reader) return showFile({ state: 'failed', people: [] });
      const read = reader.readSelectionFile(content);
      options.select(read.people);
      showFile(read);
    },
  };
}

function bulkDialog(context: BulkContext) {
  const { bulk, dialog: open } = context;
  const { phase, run } = open;
  // A run continues without its dialog. Only its start has to be waited for.
  const busy = phase === 'starting';
  return dialog({ id: 'bulk', title: titleOf(context), close: () => bulk.close(), busy }, (dismiss) => {
    if (phase === 'choosing') return roleChoice(context, dismiss);
    if (phase === 'checking') return checking(context, dismiss);
    if (phase === 'running' && run) return running(context, run);
    if (phase === 'ended' && run) return ended(context, run, dismiss);
    return confirmation(context, dismiss);
  });
}

function checking({ messages }: BulkContext, dismiss: (event: Event) => void) {
  return html`<progress aria-label=${messages.checking}></progress>
    <p role="status">${messages.checking}</p>
    <div class="buttons">
      <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
        ${messages.cancel}
      </button>
    </div>`;
}
