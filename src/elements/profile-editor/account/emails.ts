import { html, nothing } from 'lit';
import type { FieldView } from '../../../policy/views/view.js';
import { button } from '../../parts/button.js';
import {
  addressOf,
  lockLine,
  operationOf,
  organizationOf,
  outcome,
  section,
  type AccountContext,
} from './section.js';

/** Button that sends an email, with a countdown until it can be sent again. */
function emailButton(
  context: AccountContext,
  email: 'password-reset' | 'email-verification',
  { action, sent }: { action: string; sent: string },
) {
  const { account, messages } = context;
  const { left } = account.waits[email];
  return html`<div>
      ${button(action, () => account.sendEmail(email), { part: email, idle: left > 0 || account.isRunning(email) })}
    </div>
    ${outcome(context, account.task(email), sent)}
    ${left > 0 ? html`<small aria-hidden="true" class="countdown">${messages.again(left)}</small>` : nothing}`;
}

/** Sends the verification email, next to the address that isn't verified. */
export function verifyAddress(context: AccountContext, view: FieldView) {
  const operation = operationOf(context, 'email.verify');
  const email = addressOf(context);
  if (!operation || !email || view.value !== email) return nothing;
  const { text, textFor, action, sent } = context.messages.verify;
  const { own } = context.editor.form.profile;
  return html`<div class="verify" part="verify">
    <small>${own ? text(email) : textFor(email)}</small>
    ${
      operation.allowed
        ? emailButton(context, 'email-verification', { action, sent: sent(email) })
        : lockLine(context, operation)
    }
  </div>`;
}

export function password(context: AccountContext) {
  const operation = operationOf(context, 'password.reset');
  const email = addressOf(context);
  if (!operation || !email) return nothing;
  const { own, person } = context.editor.form.profile;
  const { title, text, textFor, action, sent } = context.messages.password;
  return section(context, {
    id: 'password',
    title,
    text: own ? text(organizationOf(context), email) : textFor(person.name ?? email, email),
    operation,
    body: () => emailButton(context, 'password-reset', { action, sent: sent(email) }),
  });
}
