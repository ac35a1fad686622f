import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SessionView } from '../../../contract/account.js';
import { button } from '../../parts/button.js';
import { operationOf, outcome, section, type AccountContext } from './section.js';
import { oneLine } from '../../parts/join-items.js';
import { relativeTime } from '../../parts/time.js';
import { describeUserAgent } from '../../parts/user-agent.js';

/** Active sessions, each with a button that ends it. */
export function sessions(context: AccountContext) {
  const operation = operationOf(context, 'sessions.read');
  if (!operation) return nothing;
  const { title, titleFor, text, textFor } = context.messages.sessions;
  const about = context.editor.form.profile.own ? { title, text } : { title: titleFor, text: textFor };
  return section(context, { id: 'sessions', ...about, operation, body: () => list(context) });
}

function list(context: AccountContext) {
  const { account, editor, messages } = context;
  const loading = account.task('sessions');
  const answer = account.sessions;
  if (!answer) {
    const failed = loading?.status === 'failed';
    return html`${outcome(context, loading, '', messages.sessions.loading)}
    ${
      failed
        ? html`<div>${button(editor.messages.retry, () => account.loadSessions(), { part: 'retry' })}</div>`
        : html`<div class="bone" part="skeleton bone" aria-hidden="true"></div>`
    }`;
  }
  if (!answer.available) return html`<p>${messages.sessions.unavailable}</p>`;
  const mayEnd = operationOf(context, 'sessions.revoke')?.allowed ?? false;
  const others = answer.sessions.filter(({ current }) => !current);
  const hasCurrent = others.length < answer.sessions.length;
  const { none, noneFor, endOthers, endAll, ended, endedOthers, endedAll } = messages.sessions;
  const endedMany = hasCurrent ? endedOthers : endedAll;
  return html`${
    answer.sessions.length === 0
      ? html`<p>${editor.form.profile.own ? none : noneFor}</p>`
      : html`<ul class="sessions">
          ${repeat(
            answer.sessions,
            ({ id }) => id,
            (session) => row(context, session, mayEnd),
          )}
        </ul>`
  }
  ${
    mayEnd && others.length > 1
      ? html`<div>
          ${button(hasCurrent ? endOthers : endAll, () => account.endSessions(), {
            part: 'end-sessions',
            idle: account.isRunning('session others'),
          })}
        </div>`
      : nothing
  }
  ${outcome(
    context,
    account.lastEnding && account.task(account.lastEnding),
    account.lastEnding === 'session others' ? endedMany : ended,
  )}`;
}

function row({ account, editor, messages }: AccountContext, session: SessionView, mayEnd: boolean) {
  const { unknown, current, lastUsed, end, endOf } = messages.sessions;
  const browser = describeUserAgent(session.userAgent) ?? unknown;
  const when = relativeTime(session.lastUsedAt ?? session.signedInAt, editor.lang, messages);
  return html`<li>
    <div>
      <b>${browser}</b>
      ${session.current ? html`<span class="badge ok" part="badge">${current}</span>` : nothing}
      <br />
      <small>${oneLine([when && lastUsed(when), session.ip])}</small>
    </div>
    ${
      mayEnd && !session.current
        ? html`<button
            type="button"
            part="button end-session"
            aria-label=${endOf(browser)}
            aria-disabled=${account.isRunning(`session ${session.id}`)}
            @click=${() => account.endSessions(session.id)}
          >
            ${end}
          </button>`
        : nothing
    }
  </li>`;
}
