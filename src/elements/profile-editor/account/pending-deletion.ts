import { html, nothing } from 'lit';
import { button } from '../../parts/button.js';
import { exactTime } from '../../parts/time.js';
import type { AccountContext } from './context.js';
import { outcome } from './section.js';

/** That the account is going to be deleted, for as long as that can be taken back. */
export function pendingDeletion(context: AccountContext) {
  const { account, editor, texts } = context;
  const { deletion } = editor.form.profile;
  if (!deletion) return nothing;
  const { title, text, keep, keeping } = texts.pendingDeletion;
  return html`<div class="note pending" part="note pending-deletion">
    <div class="account">
      <div role="status">
        <b>${title(exactTime(deletion.dueAt, editor.lang))}</b><br />
        <small>${text}</small>
      </div>
      ${button(keep, () => account.keepAccount(), { part: 'keep-account', idle: account.isRunning('keep') })}
      ${outcome(context, account.task('keep'), '', keeping)}
    </div>
  </div>`;
}
