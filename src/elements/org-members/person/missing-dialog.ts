import { html, nothing } from 'lit';
import { button } from '../../parts/button.js';
import { dialog } from '../../parts/dialog.js';
import { nameOf, type MemberContext } from './context.js';

/** Renders a dialog whose code couldn't be loaded, with a button to try again. */
export function missingDialog(context: MemberContext, load: () => void) {
  const { member, messages, retry } = context;
  const open = member.operation.dialog ?? member.roles.dialog;
  if (!open) return nothing;
  const close = () => {
    member.closeOperation();
    member.roles.close();
  };
  return dialog(
    { id: 'member-missing', title: nameOf(context, open.person), close },
    (dismiss) =>
      html`<div class="notice" part="notice"><p role="alert">${messages.missing}</p></div>
        <div class="buttons">
          <button type="button" class="focus-first" part="button cancel" @click=${dismiss}>
            ${messages.cancel}
          </button>
          ${button(retry, load, { part: 'retry' })}
        </div>`,
  );
}
