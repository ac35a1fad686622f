/** Empty list, failures, signed out: views instead of the table, or above it. */
import { html, nothing } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { LazyModule } from '../../../state/lazy-module.js';
import { isFinal, isSolvedBySignIn, needsOtherAccount } from '../../../state/problem-remedies.js';
import { isNarrowed } from '../../../state/members/member-query.js';
import type { MembersMessages } from '../../../messages/en/members.js';
import { problemText } from '../../../messages/messages.js';
import { button } from '../../parts/button.js';
import { lockIcon } from '../../parts/icons.js';
import { alertIcon, peopleIcon, searchIcon } from '../absence-icons.js';
import type { PanelContext } from '../context.js';

export function emptyList({ members, perform, messages, readOnly }: PanelContext) {
  if (isNarrowed(members.query)) {
    return html`<div class="absence" part="empty no-matches">
      <span class="mark" part="mark">${searchIcon}</span>
      <h3>${messages.noMatch}</h3>
      <p>${messages.noMatchText}</p>
      ${button(messages.clearFilters, () => members.clearFilters(), { part: 'clear-filters' })}
    </div>`;
  }
  const invites = !readOnly && members.may('invitation.create');
  return html`<slot name="empty"
    ><div class="absence" part="empty">
      <span class="mark" part="mark">${peopleIcon}</span>
      <h3>${messages.empty}</h3>
      <p>${messages.emptyText}</p>
      ${invites ? button(messages.invite, () => perform((actions) => actions.invite()), { primary: true, part: 'invite' }) : nothing}
    </div></slot
  >`;
}

/** Renders a failure that left nothing to show. */
export function emptyState(panel: PanelContext, problem: ProxyProblem) {
  const { members, messages } = panel;
  const refused = problem.code === 'operation_locked';
  const calm = members.state.status === 'signed-out';
  const title = refused
    ? messages.notAllowedTitle
    : calm
      ? messages.signedOutTitle
      : failedTitle(problem, messages);
  return html`<div class="absence" part="failure">
    <span class="mark" part="mark">${calm || refused ? lockIcon : alertIcon}</span>
    <div role=${calm || refused ? nothing : 'alert'}>
      <h2>${title}</h2>
      <p>${refused ? messages.notAllowed : problemText(messages, problem.code)}</p>
    </div>
    ${remedies(panel, problem, !isFinal(problem) && !(calm && members.session?.login))}
  </div>`;
}

function failedTitle(problem: ProxyProblem, messages: MembersMessages): string {
  if (problem.code === 'token_without_organization') return messages.noOrganizationTitle;
  return needsOtherAccount(problem) ? messages.signInFailedTitle : messages.failedTitle;
}

/** Renders a failure above what is still there. */
export function notice(panel: PanelContext, problem: ProxyProblem, mayRetry: boolean) {
  const { messages } = panel;
  return html`<div class="notice" part="notice">
    <p role="alert">${problemText(messages, problem.code)} ${mayRetry ? messages.stale : nothing}</p>
    ${remedies(panel, problem, mayRetry)}
  </div>`;
}

function remedies({ members, messages }: PanelContext, failure: ProxyProblem, mayRetry: boolean) {
  const { left } = members.wait;
  const { code, problem } = failure;
  const { login, chooseOrganization } = members.session ?? {};
  const needsOther = needsOtherAccount(failure);
  // A missing permission isn't a failure that support could look up.
  const id = isFinal(failure) ? undefined : problem?.requestId;
  // Hidden from screen readers, which would read the countdown out every second.
  return html`${
    mayRetry && left > 0 ? html`<p aria-hidden="true" class="countdown">${messages.wait(left)}</p>` : nothing
  }
  ${id ? html`<p><small>${messages.requestId(id)}</small></p>` : nothing}
  ${
    login && isSolvedBySignIn(failure)
      ? button(
          needsOther ? messages.otherAccount : messages.signIn,
          // Zero: Auth0 asks who it is, rather than answer from the session that was refused.
          () => members.signIn(needsOther ? 0 : problem?.maxAge),
          { part: 'sign-in', primary: true },
        )
      : nothing
  }
  ${
    chooseOrganization && code === 'token_without_organization'
      ? button(messages.chooseOrganization, () => members.chooseOrganization(), {
          part: 'choose-organization',
          primary: true,
        })
      : nothing
  }
  ${mayRetry ? button(messages.retry, () => members.load(), { part: 'retry', idle: left > 0 }) : nothing}`;
}

/** Renders that a lazy module couldn't be loaded, with a button to try again. */
export function moduleMissing({ messages }: PanelContext, module: LazyModule<object>) {
  return html`<div class="notice" part="notice">
    <p role="alert">${messages.partMissing}</p>
    ${button(messages.retry, () => module.load(), { part: 'retry' })}
  </div>`;
}
