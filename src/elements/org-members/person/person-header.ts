import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MemberStatus } from '../../../contract/member.js';
import type { ProfileView } from '../../../contract/profile.js';
import { personOf } from '../../../state/member/member-operations.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { avatar } from '../../parts/avatar.js';
import { blockIcon, lockIcon } from '../../parts/icons.js';
import { oneLine } from '../../parts/join-items.js';
import { exactTime, relativeTime } from '../../parts/time.js';
import { nameOf, type MemberContext } from './context.js';
import { lockedOperations, operationButton, viewsOf } from './operations.js';
import { roles } from './roles.js';

/** Renders who the member is, their roles, and what is likely to be done for them. */
export function personHeader(context: MemberContext, page: MemberPage, profile: ProfileView) {
  const { messages, lang } = context;
  const { name, email, picture } = personOf(profile);
  const { connection, member, own } = profile;
  const signIn = messages.signsInWith[connection.class](connection.label);
  const lastSignIn = relativeTime(member?.lastLogin ?? null, lang, messages);
  return html`<header class="head" part="member-header">
    <div class="person">
      ${avatar(name ?? email, picture)}
      <div>
        <div class="name-line">
          <h2 id="member-name" part="title"><bdi translate="no">${nameOf(context, { name, email })}</bdi></h2>
          ${own ? html`<span class="badge calm" part="badge">${messages.you}</span>` : nothing}
          ${statusOf(page, profile).map((status) => badge(context, status))}
        </div>
        <small>${oneLine([name && email && html`<span translate="no">${email}</span>`, signIn])}</small>
        ${
          member
            ? html`<small title=${member.lastLogin ? exactTime(member.lastLogin, lang) : nothing}>
                ${lastSignIn === null ? messages.neverSignedIn : messages.lastSignIn(lastSignIn)}
              </small>`
            : nothing
        }
      </div>
    </div>
    ${roles(context, profile)} ${actions(context, profile)}
  </header>`;
}

/** What helps the member, or signs them out. The answer to a block is the primary button. */
function actions(context: MemberContext, profile: ProfileView) {
  if (context.readOnly) return nothing;
  const views = viewsOf(profile, [
    'member.unblock',
    'password.reset',
    'email.verify',
    'member.revoke-access',
  ]);
  const allowed = views.filter(({ allowed }) => allowed);
  return html`${
    allowed.length > 0
      ? html`<div class="actions">
          ${repeat(
            allowed,
            ({ operation }) => operation,
            ({ operation }) =>
              operationButton(context, profile, operation, operation === 'member.unblock' ? 'primary' : ''),
          )}
        </div>`
      : nothing
  }
  ${lockedOperations(context, profile, views)}`;
}

/** A lockout isn't in the profile: it is known once the member's security is loaded. */
function statusOf({ security }: MemberPage, { member }: ProfileView): readonly MemberStatus[] {
  return (member?.status ?? []).concat(security.value?.lockouts?.length ? 'locked-out' : []);
}

const looks = {
  'locked-out': { kind: '', icon: lockIcon },
  blocked: { kind: 'state', icon: blockIcon },
  unverified: { kind: 'calm', icon: nothing },
} as const satisfies Record<MemberStatus, object>;

function badge({ messages }: MemberContext, status: MemberStatus) {
  const { kind, icon } = looks[status];
  return html`<span class="badge ${kind}" part="badge">${icon} ${messages.statuses[status]}</span>`;
}
