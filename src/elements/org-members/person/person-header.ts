import { html, nothing } from 'lit';
import type { MemberStatus } from '../../../contract/member.js';
import type { ProfileView } from '../../../contract/profile.js';
import { personOf } from '../../../state/member/member-operations.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { avatar } from '../../parts/avatar.js';
import { exactTime, relativeTime } from '../../parts/time.js';
import { nameOf, type MemberContext } from './context.js';

/** Renders the member's name, sign-in method, last sign-in and status. */
export function personHeader(context: MemberContext, page: MemberPage, profile: ProfileView) {
  const { messages, lang } = context;
  const { name, email, picture } = personOf(profile);
  const { connection, member, own } = profile;
  const signIn = messages.signsInWith[connection.class](connection.label);
  const lastSignIn = relativeTime(member?.lastLogin ?? null, lang);
  return html`<header class="person" part="header">
    ${avatar(name ?? email, picture)}
    <div>
      <h2 id="member-name" dir="auto">${nameOf(context, { name, email })}</h2>
      <small>${email && name ? html`<bdi>${email}</bdi> · ` : nothing}${signIn}</small>
      ${
        member
          ? html`<small title=${member.lastLogin ? exactTime(member.lastLogin, lang) : nothing}>
              ${lastSignIn === null ? messages.neverSignedIn : messages.lastSignIn(lastSignIn)}
            </small>`
          : nothing
      }
      <div class="badges">
        ${own ? badge('calm', messages.you) : nothing}
        ${statusOf(page, profile).map((status) =>
          badge(status === 'blocked' ? 'bad' : '', messages.statuses[status]),
        )}
      </div>
    </div>
  </header>`;
}

/** A lockout isn't in the profile: it is known once the member's security is loaded. */
function statusOf({ security }: MemberPage, { member }: ProfileView): readonly MemberStatus[] {
  return (member?.status ?? []).concat(security.value?.lockouts?.length ? 'locked-out' : []);
}

function badge(kind: 'calm' | 'bad' | '', text: string) {
  return html`<span class="badge ${kind}" part="badge">${text}</span>`;
}
