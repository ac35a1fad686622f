import { html, nothing } from 'lit';
import type { ProxyProblem } from '../../client/problem.js';
import { isFinal, isSolvedBySignIn, needsOtherAccount } from '../../state/problem-remedies.js';
import type { ProfileController } from '../../state/profile/profile-controller.js';
import type { ProfileMessages } from '../../messages/en/profile.js';
import { problemText } from '../../messages/messages.js';
import { button } from '../parts/button.js';
import type { EditorContext } from './context.js';

/** The problem of reading the profile again. */
export function readNotice({ controller, messages }: EditorContext) {
  const { state } = controller;
  if (state.status !== 'ready' || !state.notice || state.notice.isOfSave) return nothing;
  const { problem } = state.notice;
  return html`<div class="notice" part="notice">
    <p role="alert">${problemText(messages, problem.code)} ${messages.changesKept}</p>
    ${details(controller, problem, messages)} ${buttons(controller, problem, messages, true)}
  </div>`;
}

/** Replaces the profile if it couldn't be loaded, or if no one is signed in. */
export function problemPage(controller: ProfileController, problem: ProxyProblem, messages: ProfileMessages) {
  const isSignedOut = controller.state.status === 'signed-out';
  return html`<div class="state" part="failure">
    <div role=${isSignedOut ? nothing : 'alert'}>
      <h2>${isSignedOut ? messages.signedOutTitle : failedTitle(problem, messages)}</h2>
      <p>${problemText(messages, problem.code)}</p>
    </div>
    ${isFinal(problem) ? nothing : details(controller, problem, messages)}
    ${buttons(controller, problem, messages, !isFinal(problem) && (!isSignedOut || !controller.canSignIn))}
  </div>`;
}

function failedTitle(problem: ProxyProblem, messages: ProfileMessages): string {
  if (problem.code === 'token_without_organization') return messages.noOrganizationTitle;
  return needsOtherAccount(problem) ? messages.signInFailedTitle : messages.failedTitle;
}

/** Countdown and request ID. */
export function details({ wait }: ProfileController, { problem }: ProxyProblem, messages: ProfileMessages) {
  const requestId = problem?.requestId;
  // The countdown is hidden from screen readers, which would read it every second.
  return html`${
    wait.left > 0 ? html`<p aria-hidden="true" class="countdown">${messages.wait(wait.left)}</p>` : nothing
  }
  ${requestId ? html`<p><small>${messages.requestId(requestId)}</small></p>` : nothing}`;
}

function buttons(
  controller: ProfileController,
  problem: ProxyProblem,
  messages: ProfileMessages,
  mayRetry: boolean,
) {
  const { wait, canSignIn, canChooseOrganization } = controller;
  const needsOther = needsOtherAccount(problem);
  return html`${
    canSignIn && isSolvedBySignIn(problem)
      ? button(
          needsOther ? messages.otherAccount : messages.signIn,
          // Zero: Auth0 asks who it is, rather than answer from the session that was refused.
          () => controller.signIn(needsOther ? 0 : problem.problem?.maxAge),
          { part: 'sign-in', primary: true },
        )
      : nothing
  }
  ${
    canChooseOrganization && problem.code === 'token_without_organization'
      ? button(messages.chooseOrganization, () => controller.chooseOrganization(), {
          part: 'choose-organization',
          primary: true,
        })
      : nothing
  }
  ${
    mayRetry
      ? button(messages.retry, () => controller.load(), { part: 'retry', idle: wait.left > 0 })
      : nothing
  }`;
}
