import { html, nothing } from 'lit';
import { deleteIcon } from '../../parts/delete-icon.js';
import { dialog } from '../../parts/dialog.js';
import type { MemberContext } from './context.js';

/** Renders the confirmation before unsaved changes are discarded. */
export function leaveDialog({ member, messages }: MemberContext) {
  if (!member.isLeaving) return nothing;
  const { title, text, stay, leave } = messages.leaving;
  return dialog(
    { id: 'leave-member', title, close: () => member.stay() },
    (dismiss) =>
      html`<p>${text}</p>
        <div class="buttons">
          <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>${stay}</button>
          <button type="button" class="destructive" part="button leave" @click=${() => member.leave()}>
            ${deleteIcon} <span>${leave}</span>
          </button>
        </div>`,
  );
}
