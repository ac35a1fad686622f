import { html, nothing } from 'lit';
import type { ProfileView } from '../../contract/profile.js';
import type { ProfileMessages } from '../../messages/en/profile.js';
import { avatar } from '../parts/avatar.js';
import { keyIcon } from '../parts/icons.js';

/** Name and picture of the member, and the organization. */
export function header({ person, organization }: ProfileView, messages: ProfileMessages) {
  return html`<header class="who" part="header">
    ${avatar(person.name, person.picture)}
    <div>
      <h2 dir="auto">${person.name ?? messages.untitled}</h2>
      <small>${messages.memberOf(organization.displayName ?? organization.name)}</small>
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

/** Note about how the user signs in, which decides what they can edit. */
export function signInNote({ connection }: ProfileView, messages: ProfileMessages, lang: string) {
  const note = noteAbout(connection, messages);
  return html`<div class="note" part="note" role="note">
    ${keyIcon}
    <div>
      <b>${titleOf(connection, messages, lang)}</b>${
        note === null
          ? nothing
          : html`<br />
              <small>${note}</small>`
      }
    </div>
  </div>`;
}

type Connection = ProfileView['connection'];

function titleOf(
  { class: connectionClass, label, identifiers, hasPassword }: Connection,
  { signInTitle, identifiers: names }: ProfileMessages,
  lang: string,
): string {
  if (connectionClass === 'passwordless') return signInTitle.code;
  // A provider checks the sign-in, or nothing is known about it.
  if (identifiers.length === 0) return signInTitle.provider(label);
  if (!hasPassword) return signInTitle.code;
  const anyOf = new Intl.ListFormat(lang, { type: 'disjunction' });
  return signInTitle.password(anyOf.format(identifiers.map((each) => names[each])));
}

function noteAbout(
  { class: connectionClass, label, attributeSync, hasPassword }: Connection,
  { signInNote: notes }: ProfileMessages,
): string | null {
  if (connectionClass === 'passwordless') return notes.code;
  if (connectionClass === 'database') return hasPassword ? notes.password : null;
  return notes[connectionClass](label, attributeSync);
}
