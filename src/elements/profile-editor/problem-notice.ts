import { html, nothing } from 'lit';
import type { ProxyProblem } from '../../client/problem.js';
import type { ProfileController } from '../../state/profile/profile-controller.js';
import type { ProfileMessages } from '../../messages/en/profile.js';
import { problemText } from '../../messages/messages.js';
import { button } from '../parts/button.js';
import type { EditorContext } from './context.js';

/** The problem of saving a group, or with `null`, of reading the profile again. */
export function problemNotice(editor: EditorContext, group: string | null) {
  const { controller, messages, editing } = editor;
  const { state } = controller;
  if (state.status !== 'ready' || state.notice?.group !== group) return nothing;
  const { problem, saved } = state.notice;
  return html`<div class="notice" part="notice">
    <p role="alert">
      ${problemText(messages, problem.code, editing?.problemsOf(editor))}
      ${editing?.partlySaved(editor, saved) ?? messages.changesKept}
    </p>
    ${remedies(controller, problem, messages, group === null)}
  </div>`;
}

/** Replaces the profile if it couldn't be loaded, or if no one is signed in. */
export function problemPage(controller: ProfileController, problem: ProxyProblem, messages: ProfileMessages) {
  const isSignedOut = controller.state.status === 'signed-out';
  return html`<div class="state" part="notice">
    <div role=${isSignedOut ? nothing : 'alert'}>
      <h2>${isSignedOut ? messages.signedOutTitle : messages.failedTitle}</h2>
      <p>${problemText(messages, problem.code)}</p>
    </div>
    ${remedies(controller, problem, messages, !isSignedOut || !controller.canSignIn)}
  </div>`;
}

/** Codes of problems that signing in again solves. */
export const needsSignIn = /^token_(missing|invalid|expired)|^sign_in|^step_up/;

/** Countdown, request ID, and buttons to sign in or try again. */
function remedies(
  controller: ProfileController,
  { code, problem }: ProxyProblem,
  messages: ProfileMessages,
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
  // Hidden from screen readers, which would read it every second.
  return html`${left > 0 ? html`<p aria-hidden="true" class="countdown">${messages.wait(left)}</p>` : nothing}
  ${requestId ? html`<p><small>${messages.requestId(requestId)}</small></p>` : nothing}
  ${buttons.map((one) => one || nothing)}`;
}
