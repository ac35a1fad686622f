import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SessionList, SessionView } from '../../../contract/account.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { lockIcon } from '../../parts/icons.js';
import { oneLine } from '../../parts/join-items.js';
import { relativeTime } from '../../parts/time.js';
import { failure, reasonText, type MemberContext } from './context.js';
import { asyncContent } from './section.js';

/** Renders the browsers that the member is signed in with, if the caller can see them. Each can be signed out. */
export function sessions(context: MemberContext, page: MemberPage, profile: ProfileView) {
  const { title, loading } = context.messages.sessions;
  const view = profile.operations.find(({ name }) => name === 'sessions.read');
  if (!view) return nothing;
  return html`<section part="sessions" aria-labelledby="member-sessions">
    <h4 id="member-sessions" tabindex="-1">${title}</h4>
    ${
      view.allowed
        ? asyncContent(context, page.sessions, loading, (value) => list(context, page, value))
        : html`<small class="locked" part="lock">
            ${lockIcon} <span>${reasonText(context, view.reason, profile.connection.label)}</span>
          </small>`
    }
    ${failure(context, page.endingProblem, profile.connection.label)}
  </section>`;
}

function list(context: MemberContext, page: MemberPage, { available, sessions: all }: SessionList) {
  const messages = context.messages.sessions;
  if (!available || all.length === 0) {
    return html`<p><small>${available ? messages.none : messages.unavailable}</small></p>`;
  }
  return html`<ul class="facts">
    ${repeat(
      all,
      ({ id }) => id,
      (session) => row(context, page, session),
    )}
  </ul>`;
}

function row(
  { messages: { sessions: messages, justNow }, lang, browserName, readOnly }: MemberContext,
  page: MemberPage,
  { id, userAgent, ip, lastUsedAt, signedInAt }: SessionView,
) {
  const used = relativeTime(lastUsedAt ?? signedInAt, lang, { justNow });
  const browser = browserName(userAgent) ?? messages.unknown;
  const isEnding = page.ending === id;
  return html`<li>
    <div>
      <b>${browser}</b>
      <small>${oneLine([used && messages.used(used), ip])}</small>
    </div>
    ${
      page.endsSessions && !readOnly
        ? html`<button
            type="button"
            part="button end-session"
            aria-label=${isEnding ? nothing : messages.endOf(browser)}
            aria-disabled=${page.ending !== null}
            @click=${({ currentTarget }: Event) => end(page, id, currentTarget as HTMLElement)}
          >
            ${isEnding ? messages.ending : messages.end}
          </button>`
        : nothing
    }
  </li>`;
}

/** Ends a session. Its button goes with it: the focus moves to the heading above the others. */
async function end(page: MemberPage, id: string, button: HTMLElement): Promise<void> {
  const heading = button.closest('section')?.querySelector('h4');
  await page.endSession(id);
  requestAnimationFrame(() => {
    if (!button.isConnected) heading?.focus();
  });
}
