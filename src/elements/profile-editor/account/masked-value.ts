import { html, nothing } from 'lit';
import type { FieldView } from '../../../policy/views/view.js';
import { button } from '../../parts/button.js';
import { labelOf, valueText } from '../field-row.js';
import { outcome, type AccountContext } from './section.js';

/** A value that is shown in part, and all of it on demand: whoever asks is in the trail. */
export function maskedValue(context: AccountContext, view: FieldView) {
  const { account, editor, messages } = context;
  const revealed = account.revealed(view.name);
  const label = labelOf(editor, view);
  const { action, done } = messages.reveal;
  const asks = !editor.form.profile.own && view.value !== null && revealed === undefined;
  return html`${valueText(editor, view, revealed ?? view.value)}
  ${
    asks
      ? button(action(label), () => account.reveal(view.name), {
          part: 'reveal',
          idle: account.isRunning(`reveal ${view.name}`),
        })
      : nothing
  }
  ${outcome(context, account.task(`reveal ${view.name}`), done(label))}`;
}
