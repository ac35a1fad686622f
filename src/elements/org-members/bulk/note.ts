/** What stands above the list: a bulk run that continues without its dialog, and what came out of a file. */
import { html, nothing } from 'lit';
import type { BulkMessages } from '../../../messages/en/bulk.js';
import { maxPeople } from '../../../state/bulk/bulk-intent.js';
import type { SelectionFile } from '../../../state/bulk/selection-file.js';
import { button } from '../../parts/button.js';
import type { BulkContext } from './context.js';
import { progress, titleOf } from './run.js';

export function runNote(context: BulkContext) {
  const { bulk, dialog, messages } = context;
  const { phase, run } = dialog;
  if (!run) return nothing;
  const hasEnded = phase === 'ended';
  return html`<div class="bulk-note" part="bulk-note">
    ${hasEnded ? html`<p role="status">${titleOf(context)}</p>` : html`<p>${titleOf(context)}</p>`}
    ${hasEnded ? nothing : progress(context, run)}
    <div class="buttons">
      ${button(hasEnded ? messages.showResults : messages.show, () => bulk.reopen(), { part: 'show-run' })}
      ${hasEnded ? button(messages.close, () => bulk.dismiss(), { part: 'dismiss-run' }) : nothing}
    </div>
  </div>`;
}

export function fileNote(file: SelectionFile, { file: messages, close }: BulkMessages, dismiss: () => void) {
  const texts = {
    read: () => messages.selected(file.people.length),
    failed: () => messages.failed,
    unreadable: () => messages.unreadable,
    'too-long': () => messages.tooLong(maxPeople),
  };
  return html`<div class="bulk-note" part="bulk-note">
    <p role="status">${texts[file.state]()}</p>
    <div class="buttons">${button(close, dismiss, { part: 'dismiss-file' })}</div>
  </div>`;
}
