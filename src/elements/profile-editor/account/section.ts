import { html, nothing, type TemplateResult } from 'lit';
import { isSolvedBySignIn } from '../../../state/problem-remedies.js';
import type { AccountController, Task } from '../../../state/account/account-controller.js';
import type { AccountMessages } from '../../../messages/en/account.js';
import { problemText } from '../../../messages/messages.js';
import type { OperationView } from '../../../policy/views/view.js';
import type { Operation } from '../../../policy/vocabulary.js';
import { button } from '../../parts/button.js';
import { lockIcon } from '../../parts/icons.js';
import type { EditorContext } from '../context.js';

/** Data for the templates of the account. */
export interface AccountContext {
  readonly editor: EditorContext;
  readonly account: AccountController;
  readonly messages: AccountMessages;
}

export function operationOf({ editor }: AccountContext, name: Operation): OperationView | undefined {
  return editor.form.profile.operations.find((operation) => operation.name === name);
}

/** The address that emails go to, if the policy lets the reader see it. */
export function addressOf({ editor }: AccountContext): string | null {
  const { fields } = editor.form.profile;
  const email = fields.find((field) => field.kind === 'email' && typeof field.value === 'string');
  return typeof email?.value === 'string' ? email.value : null;
}

export function organizationOf({ editor }: AccountContext): string {
  const { displayName, name } = editor.form.profile.organization;
  return displayName ?? name;
}

export function reasonText({ editor, messages }: AccountContext, { reason }: OperationView): string {
  const { connection, own } = editor.form.profile;
  const message = reason && ((!own && messages.theirReasons[reason]) || messages.reasons[reason]);
  return message?.(connection.label, connection.class) ?? messages.locked;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly operation: OperationView;
  readonly body: () => TemplateResult | typeof nothing;
}

/** A section with its body, or with the reason why the operation is locked. */
export function section(context: AccountContext, { id, title, text, operation, body }: Section) {
  return html`<section part="section" aria-labelledby="account-${id}">
    <header><h2 id="account-${id}" part="heading" tabindex="-1">${title}</h2></header>
    <div class="account">
      <p>${text}</p>
      ${operation.allowed ? body() : lockLine(context, operation)}
    </div>
  </section>`;
}

export function lockLine(context: AccountContext, operation: OperationView) {
  return html`<small class="lock" part="lock"
    >${lockIcon} <span>${reasonText(context, operation)}</span></small
  >`;
}

/** The outcome of a task: a polite status, or an alert if it failed. */
export function outcome(
  { editor, account, messages }: AccountContext,
  task: Task | undefined,
  done: string,
  running = '',
) {
  const failed = task?.status === 'failed' ? task.problem : undefined;
  const requestId = failed?.problem?.requestId;
  const text = task?.status === 'done' ? done : task?.status === 'running' ? running : nothing;
  // Without a space inside, an empty one takes no room.
  return html`<p role="status">${text}</p>
    ${
      failed
        ? html`<div class="notice" part="notice">
            <p role="alert">${problemText(editor.messages, failed.code, messages.problems)}</p>
            ${isSolvedBySignIn(failed) && editor.controller.canSignIn ? button(editor.messages.signIn, () => account.signIn(failed.problem?.maxAge), { part: 'sign-in', primary: true }) : nothing}
            ${requestId ? html`<p><small>${editor.messages.requestId(requestId)}</small></p>` : nothing}
          </div>`
        : nothing
    }`;
}
