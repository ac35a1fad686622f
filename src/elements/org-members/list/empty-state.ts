/** What is there instead of people: nobody yet, nobody who matches, a failure, nobody signed in. */
import { html, nothing } from 'lit';
import type { ProxyProblem } from '../../../client/problem.js';
import type { LazyModule } from '../../../state/lazy-module.js';
import { isNarrowed } from '../../../state/members/member-query.js';
import { problemText } from '../../../messages/messages.js';
import { button } from '../../parts/button.js';
import type { PanelContext } from '../context.js';

export function nobody({ members, perform, texts, readOnly }: PanelContext) {
  if (isNarrowed(members.query)) {
    return html`<div class="absence" part="empty">
      <h3>${texts.noMatch}</h3>
      <p>${texts.noMatchText}</p>
      ${button(texts.clearFilters, () => members.clearFilters(), { part: 'clear-filters' })}
    </div>`;
  }
  const invites = !readOnly && members.may('invitation.create');
  return html`<slot name="empty"
    ><div class="absence" part="empty">
      <h3>${texts.empty}</h3>
      <p>${texts.emptyText}</p>
      ${invites ? button(texts.invite, () => perform((using) => using.invite()), { primary: true, part: 'invite' }) : nothing}
    </div></slot
  >`;
}

/** Nothing at all to show. */
export function emptyState(panel: PanelContext, problem: ProxyProblem) {
  const { members, texts } = panel;
  const refused = problem.code === 'operation_locked';
  const calm = members.state.status === 'signed-out';
  const title = refused ? texts.notAllowedTitle : calm ? texts.signedOutTitle : texts.failedTitle;
  return html`<div class="absence" part="notice">
    <div role=${calm || refused ? nothing : 'alert'}>
      <h2>${title}</h2>
      <p>${refused ? texts.notAllowed : problemText(texts, problem.code)}</p>
    </div>
    ${remedies(panel, problem, !refused && !(calm && members.session?.login))}
  </div>`;
}

/** A failure that left something to show. */
export function notice(panel: PanelContext, problem: ProxyProblem, mayRetry: boolean) {
  const { texts } = panel;
  return html`<div class="notice" part="notice">
    <p role="alert">${problemText(texts, problem.code)} ${mayRetry ? texts.stale : nothing}</p>
    ${remedies(panel, problem, mayRetry)}
  </div>`;
}

/** A new session helps against these. */
const endedSession = /^token_(missing|invalid|expired)|^sign_in|^step_up/;

function remedies({ members, texts }: PanelContext, { code, problem }: ProxyProblem, mayRetry: boolean) {
  const { left } = members.wait;
  const signIn = Boolean(members.session?.login) && endedSession.test(code);
  const id = problem?.requestId;
  // The countdown ticks for the eye only: read out every second, it would drown everything else.
  return html`${
    mayRetry && left > 0 ? html`<p aria-hidden="true" class="countdown">${texts.wait(left)}</p>` : nothing
  }
  ${id ? html`<p><small>${texts.requestId(id)}</small></p>` : nothing}
  ${signIn ? button(texts.signIn, () => members.signIn(problem?.maxAge), { part: 'sign-in', primary: true }) : nothing}
  ${mayRetry ? button(texts.retry, () => members.load(), { part: 'retry', idle: left > 0 }) : nothing}`;
}

/** Something of the page could not be loaded. */
export function partMissing({ texts }: PanelContext, part: LazyModule<object>) {
  return html`<div class="notice" part="notice">
    <p role="alert">${texts.partMissing}</p>
    ${button(texts.retry, () => part.load(), { part: 'retry' })}
  </div>`;
}
