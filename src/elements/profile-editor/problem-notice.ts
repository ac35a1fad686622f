import { html, nothing } from 'lit';
import type { ProxyProblem } from '../../client/problem.js';
import type { ProfileController } from '../../state/profile/profile-controller.js';
import { problemText, type Messages } from '../../messages/messages.js';
import { button } from '../parts/button.js';
import type { EditorContext } from './context.js';

/** A failure that left the form standing: of this group's Save, or (`null`) of reading again. */
export function problemNotice(editor: EditorContext, group: string | null) {
  const { controller, messages, editing } = editor;
  const { state } = controller;
  if (state.status !== 'ready' || state.notice?.group !== group) return nothing;
  const { problem, saved } = state.notice;
  return html`<div class="notice" part="notice">
    <p role="alert">
      ${problemText(messages, problem.code, editing?.problemsOf(editor))}
      ${editing?.partlySaved(editor, saved) ?? messages.kept}
    </p>
    ${remedies(controller, problem, messages, group === null)}
  </div>`;
}

/** No profile to show: it could not be loaded, or there is just nobody signed in. */
export function problemPage(controller: ProfileController, problem: ProxyProblem, messages: Messages) {
  const calm = controller.state.status === 'signed-out';
  return html`<div class="state" part="notice">
    <div role=${calm ? nothing : 'alert'}>
      <h2>${calm ? messages.signedOutTitle : messages.failedTitle}</h2>
      <p>${problemText(messages, problem.code)}</p>
    </div>
    ${remedies(controller, problem, messages, !calm || !controller.canSignIn)}
  </div>`;
}

/** A new session helps against these. */
export const needsSignIn = /^token_(missing|invalid|expired)|^sign_in|^step_up/;

/** What to do about a problem, when to do it, and what to quote. */
function remedies(
  controller: ProfileController,
  { code, problem }: ProxyProblem,
  messages: Messages,
  mayRetry: boolean,
) {
  const { left } = controller.wait;
  const requestId = problem?.requestId;
  const buttons = [
    controller.canSignIn &&
      needsSignIn.test(code) &&
      button(messages.signIn, () => controller.signIn(problem?.maxAge), { part: 'sign-in', primary: true }),
    mayRetry && button(messages.retry, () => controller.load(), { part: 'retry', idle: left > 0 }),
  ];
  // The countdown ticks for the eye only: read out every second, it would drown everything else.
  return html`${left > 0 ? html`<p aria-hidden="true" class="countdown">${messages.wait(left)}</p>` : nothing}
  ${requestId ? html`<p><small>${messages.requestId(requestId)}</small></p>` : nothing}
  ${buttons.map((one) => one || nothing)}`;
}
