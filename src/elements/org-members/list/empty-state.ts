/** Empty list, failures, signed out: views instead of the table, or above it. */
import { html, nothing } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { LazyModule } from '../../../state/lazy-module.js';
import { isNarrowed } from '../../../state/members/member-query.js';
import { problemText } from '../../../messages/messages.js';
import { button } from '../../parts/button.js';
import type { PanelContext } from '../context.js';

export function emptyList({ members, perform, messages, readOnly }: PanelContext) {
  if (isNarrowed(members.query)) {
    return html`<div class="absence" part="empty">
      <h3>${messages.noMatch}</h3>
      <p>${messages.noMatchText}</p>
      ${button(messages.clearFilters, () => members.clearFilters(), { part: 'clear-filters' })}
    </div>`;
  }
  const invites = !readOnly && members.may('invitation.create');
  return html`<slot name="empty"
    ><div class="absence" part="empty">
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
  const title = refused ? messages.notAllowedTitle : calm ? messages.signedOutTitle : messages.failedTitle;
  return html`<div class="absence" part="notice">
    <div role=${calm || refused ? nothing : 'alert'}>
      <h2>${title}</h2>
      <p>${refused ? messages.notAllowed : problemText(messages, problem.code)}</p>
    </div>
    ${remedies(panel, problem, !refused && !(calm && members.session?.login))}
  </div>`;
}

/** Renders a failure above what is still there. */
export function notice(panel: PanelContext, problem: ProxyProblem, mayRetry: boolean) {
  const { messages } = panel;
  return html`<div class="notice" part="notice">
    <p role="alert">${problemText(messages, problem.code)} ${mayRetry ? messages.stale : nothing}</p>
    ${remedies(panel, problem, mayRetry)}
  </div>`;
}

/** Codes of problems that signing in again solves. */
const endedSession = /^token_(missing|invalid|expired)|^sign_in|^step_up/;

function remedies({ members, messages }: PanelContext, { code, problem }: ProxyProblem, mayRetry: boolean) {
  const { left } = members.wait;
  const signIn = Boolean(members.session?.login) && endedSession.test(code);
  // A missing permission isn't a failure that support could look up.
  const id = code === 'operation_locked' ? undefined : problem?.requestId;
  // Hidden from screen readers, which would read the countdown out every second.
  return html`${
    mayRetry && left > 0 ? html`<p aria-hidden="true" class="countdown">${messages.wait(left)}</p>` : nothing
  }
  ${id ? html`<p><small>${messages.requestId(id)}</small></p>` : nothing}
  ${signIn ? button(messages.signIn, () => members.signIn(problem?.maxAge), { part: 'sign-in', primary: true }) : nothing}
  ${mayRetry ? button(messages.retry, () => members.load(), { part: 'retry', idle: left > 0 }) : nothing}`;
}

/** Renders that a lazy module couldn't be loaded, with a button to try again. */
export function moduleMissing({ messages }: PanelContext, module: LazyModule<object>) {
  return html`<div class="notice" part="notice">
    <p role="alert">${messages.partMissing}</p>
    ${button(messages.retry, () => module.load(), { part: 'retry' })}
  </div>`;
}
