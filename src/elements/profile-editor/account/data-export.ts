import { html, nothing } from 'lit';
import { button } from '../../parts/button.js';
import { saveFile } from '../../parts/save-file.js';
import { operationOf, outcome, section, type AccountContext } from './section.js';

/** Downloads everything that the policy lets the reader see. */
export function dataExport(context: AccountContext) {
  const operation = operationOf(context, 'profile.export');
  if (!operation) return nothing;
  const { title, text, json, html: page, running, done } = context.messages.export;
  const { account, editor } = context;
  const idle = account.isRunning('export');
  const download = async (format: 'json' | 'html') => {
    const file = await account.exportAs(format, editor.lang);
    if (file) saveFile(file, `profile-${new Date().toISOString().slice(0, 10)}.${format}`);
  };
  return section(context, {
    id: 'export',
    title,
    text,
    operation,
    body: () =>
      html`<div class="buttons">
          ${button(json, () => download('json'), { part: 'export', idle })}
          ${button(page, () => download('html'), { part: 'export', idle })}
        </div>
        ${idle ? html`<progress aria-label=${running}></progress>` : nothing}
        ${outcome(context, account.task('export'), done, running)}`,
  });
}
