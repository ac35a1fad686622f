import { html } from 'lit';
import type { ProfileView } from '../../contract/profile.js';
import type { ProfileMessages } from '../../messages/en/profile.js';
import { avatar } from '../parts/avatar.js';
import { keyIcon } from '../parts/icons.js';

/** Name and picture of the member, the organization, and how the user signs in. */
export function header(
  { own, person, organization, connection }: ProfileView,
  messages: ProfileMessages,
  lang: string,
) {
  const isMember = messages.memberOf(organization.displayName ?? organization.name);
  return html`<header class="who" part="header">
    ${avatar(person.name, person.picture)}
    <div>
      <h2 dir="auto">${person.name ?? messages.untitled}</h2>
      <small>${own ? [isMember, signInTitle(connection, messages, lang)].join(' · ') : isMember}</small>
    </div>
  </header>`;
}

/** Note that this is another member's profile. */
export function onBehalfNote({ person, organization, connection }: ProfileView, messages: ProfileMessages) {
  const name = person.name ?? messages.untitled;
  return html`<div class="note" part="note on-behalf" role="note">
    ${keyIcon}
    <div>
      <b>${messages.onBehalf(name, organization.displayName ?? organization.name)}</b><br />
      <small>${messages.onBehalfNote(connection.label)}</small>
    </div>
  </div>`;
}

type Connection = ProfileView['connection'];

function signInTitle(
  { class: connectionClass, label, identifiers, hasPassword }: Connection,
  { signInTitle: titles, identifiers: names }: ProfileMessages,
  lang: string,
): string {
  if (connectionClass === 'passwordless') return titles.code;
  // A provider checks the sign-in, or nothing is known about it.
  if (identifiers.length === 0) return titles.provider(label);
  if (!hasPassword) return titles.code;
  const anyOf = new Intl.ListFormat(lang, { type: 'disjunction' });
  return titles.password(anyOf.format(identifiers.map((each) => names[each])));
}
