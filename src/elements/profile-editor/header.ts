import { html } from 'lit';
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
export function signInNote({ connection }: ProfileView, messages: ProfileMessages) {
  return html`<div class="note" part="note" role="note">
    ${keyIcon}
    <div>
      <b>${messages.signInTitle[connection.class](connection.label)}</b><br />
      <small> ${messages.signInNote[connection.class](connection.label, connection.attributeSync)} </small>
    </div>
  </div>`;
}
