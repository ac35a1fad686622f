import { html, nothing } from 'lit';
import type { SessionList } from '../../../contract/account.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { lockIcon } from '../../parts/icons.js';
import { relativeTime } from '../../parts/time.js';
import { reasonText, type MemberContext } from './context.js';
import { section, asyncContent } from './section.js';

/** Renders the member's sessions, if the caller can see them. */
export function sessions(context: MemberContext, page: MemberPage, profile: ProfileView) {
  const { title, loading } = context.messages.sessions;
  const view = profile.operations.find(({ name }) => name === 'sessions.read');
  if (!view) return nothing;
  return section(
    { id: 'sessions', title },
    view.allowed
      ? html`${asyncContent(context, page.sessions, loading, (value) => list(context, value))}`
      : html`<small class="locked" part="lock">
          ${lockIcon} <span>${reasonText(context, view.reason, profile.connection.label)}</span>
        </small>`,
  );
}

function list(
  { messages: { sessions: messages }, lang, browserName }: MemberContext,
  { available, sessions: all }: SessionList,
) {
  if (!available || all.length === 0) {
    return html`<p><small>${available ? messages.none : messages.unavailable}</small></p>`;
  }
  return html`<ul class="facts">
    ${all.map(({ userAgent, ip, lastUsedAt, signedInAt }) => {
      const used = relativeTime(lastUsedAt ?? signedInAt, lang);
      return html`<li>
        <div>
          <b>${browserName(userAgent) ?? messages.unknown}</b>
          <small>${[used && messages.used(used), ip].filter(Boolean).join(' · ')}</small>
        </div>
      </li>`;
    })}
  </ul>`;
}
