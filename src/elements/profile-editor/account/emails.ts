import { html, nothing } from 'lit';
import { button } from '../../parts/button.js';
import { addressOf, operationOf, organizationOf, outcome, section, type AccountContext } from './section.js';

/** A button that sends a mail, and then counts down to the next one. */
function mailButton(
  context: AccountContext,
  mail: 'password-reset' | 'email-verification',
  { action, sent }: { action: string; sent: string },
) {
  const { account, texts } = context;
  const { left } = account.waits[mail];
  return html`<div>
      ${button(action, () => account.sendMail(mail), { part: mail, idle: left > 0 || account.isRunning(mail) })}
    </div>
    ${outcome(context, account.task(mail), sent)}
    ${left > 0 ? html`<small aria-hidden="true" class="countdown">${texts.again(left)}</small>` : nothing}`;
}

export function verification(context: AccountContext) {
  const operation = operationOf(context, 'email.verify');
  const email = addressOf(context);
  if (!operation || !email) return nothing;
  const { title, text, textFor, action, sent } = context.texts.verify;
  const { own } = context.editor.form.profile;
  return section(context, {
    id: 'verify',
    title,
    text: own ? text(email) : textFor(email),
    operation,
    body: () => mailButton(context, 'email-verification', { action, sent: sent(email) }),
  });
}

export function password(context: AccountContext) {
  const operation = operationOf(context, 'password.reset');
  const email = addressOf(context);
  if (!operation || !email) return nothing;
  const { own, person } = context.editor.form.profile;
  const { title, text, textFor, action, sent } = context.texts.password;
  return section(context, {
    id: 'password',
    title,
    text: own ? text(organizationOf(context), email) : textFor(person.name ?? email, email),
    operation,
    body: () => mailButton(context, 'password-reset', { action, sent: sent(email) }),
  });
}
