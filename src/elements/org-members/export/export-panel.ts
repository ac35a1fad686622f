/** Panel of the CSV export: progress, result, and the download. Loaded with the first export. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { exportMembers } from '../../../client/member-export.js';
import { bulk as english, type BulkMessages } from '../../../messages/en/bulk.js';
import type { OverridesOf } from '../../../messages/messages.js';
import { FileExport, type FileExportOptions } from '../../../state/file-export.js';
import { adoptStyles } from '../../parts/adopt-styles.js';
import { button } from '../../parts/button.js';
import { readerLanguage } from '../../parts/language.js';
import { localized } from '../../parts/localized.js';
import { saveFile } from '../../parts/save-file.js';
import type { SharedContext } from '../context.js';
import { styles } from './export.styles.js';

export interface ExportPanel {
  dispose(): void;
  /** Exports the members that match the filters, and saves the file. */
  start(filters: URLSearchParams): Promise<void>;
  /** Renders the progress of the export, or its result. */
  note(shared: SharedContext, overrides: OverridesOf<BulkMessages>): TemplateResult | typeof nothing;
}

export function createExportPanel(host: LitElement, options: FileExportOptions): ExportPanel {
  const memberExport = new FileExport(host, options);
  const messages = localized(host, 'bulk', english);
  adoptStyles(host, styles);
  return {
    dispose: () => memberExport.dispose(),
    start: async (filters) => {
      const lang = readerLanguage(host);
      const file = await memberExport.start((send, options) =>
        exportMembers(send, filters, { lang, ...options }),
      );
      if (file) saveFile(file, `members-${new Date().toISOString().slice(0, 10)}.csv`);
    },
    note: (shared, overrides) => {
      const { state } = memberExport;
      return state
        ? html`<div class="export">${content(memberExport, shared, messages.with(overrides))}</div>`
        : nothing;
    },
  };
}

function content(
  memberExport: FileExport,
  { renderProblem }: SharedContext,
  { export: messages }: BulkMessages,
) {
  const { state } = memberExport;
  if (!state) return nothing;
  if (state.status === 'failed') return renderProblem(state.problem);
  if (state.status === 'done') return html`<p role="status">${messages.done(state.count)}</p>`;
  return html`<p role="status">${messages.running(state.count)}</p>
    <progress aria-label=${messages.action}></progress>
    <div>${button(messages.cancel, () => memberExport.cancel(), { part: 'cancel-export' })}</div>`;
}
