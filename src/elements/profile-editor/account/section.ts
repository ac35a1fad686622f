import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../../../state/account/account-controller.js';
import { problemText } from '../../../messages/messages.js';
import type { OperationView } from '../../../policy/views/view.js';
import { button } from '../../parts/button.js';
import { lockIcon } from '../../parts/icons.js';
import { needsSignIn } from '../problem-notice.js';
import { reasonText, type AccountContext } from './context.js';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly operation: OperationView;
  readonly body: () => TemplateResult | typeof nothing;
}

/** A heading, what it is about, and what can be done; or why it cannot. */
export function section(context: AccountContext, { id, title, text, operation, body }: Section) {
  return html`<section part="section" aria-labelledby="account-${id}">
    <header><h2 id="account-${id}" part="heading" tabindex="-1">${title}</h2></header>
    <div class="account">
      <p>${text}</p>
      ${
        operation.allowed
          ? body()
          : html`<small class="lock" part="lock">
              ${lockIcon} <span>${reasonText(context, operation)}</span>
            </small>`
      }
    </div>
  </section>`;
}

/** What a task came to: told politely when it worked, at once when it did not. */
export function outcome(
  { editor, account, texts }: AccountContext,
  task: Task | undefined,
  done: string,
  running = '',
) {
  const failed = task?.status === 'failed' ? task.problem : undefined;
  const requestId = failed?.problem?.requestId;
  return html`<p role="status">
      ${task?.status === 'done' ? done : task?.status === 'running' ? running : nothing}
    </p>
    ${
      failed
        ? html`<div class="notice" part="notice">
            <p role="alert">${problemText(editor.messages, failed.code, texts.problems)}</p>
            ${needsSignIn.test(failed.code) && editor.controller.canSignIn ? button(editor.messages.signIn, () => account.signIn(failed.problem?.maxAge), { part: 'sign-in', primary: true }) : nothing}
            ${requestId ? html`<p><small>${editor.messages.requestId(requestId)}</small></p>` : nothing}
          </div>`
        : nothing
    }`;
}
