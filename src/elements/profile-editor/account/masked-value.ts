import { html, nothing } from 'lit';
import type { FieldView } from '../../../policy/views/view.js';
import { button } from '../../parts/button.js';
import { labelOf, valueText } from '../field-row.js';
import { outcome, type AccountContext } from './section.js';

/** A masked value with a button that reveals it, which is recorded in the activity log. */
export function maskedValue(context: AccountContext, view: FieldView) {
  const { account, editor, messages } = context;
  const revealed = account.revealed(view.name);
  const label = labelOf(editor, view);
  const { action, done } = messages.reveal;
  const canReveal = !editor.form.profile.own && view.value !== null && revealed === undefined;
  return html`${valueText(editor, view, revealed ?? view.value)}
  ${
    canReveal
      ? button(action(label), () => account.reveal(view.name), {
          part: 'reveal',
          idle: account.isRunning(`reveal ${view.name}`),
        })
      : nothing
  }
  ${outcome(context, account.task(`reveal ${view.name}`), done(label))}`;
}
