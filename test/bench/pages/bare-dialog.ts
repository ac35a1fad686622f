/** The yardstick of a member's page: a plain dialog with the same texts. */
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { MemberSecurity, ProfileView } from '../../../src/contract/index.js';
import type { FieldView } from '../../../src/policy/views/view.js';
import { day } from './day.js';
import { languageName } from './language-name.js';

export interface Opened {
  readonly profile: ProfileView;
  readonly security: MemberSecurity;
}

const actions: Readonly<Record<string, string>> = {
  'password.reset': 'Send password reset',
  'email.verify': 'Send verification email',
  'member.revoke-access': 'Sign out everywhere…',
};
const dangers: Readonly<Record<string, readonly [name: string, description: string]>> = {
  'member.block': ['Block', 'Stops them from signing in until they’re unblocked. Nothing is deleted.'],
  'membership.remove': [
    'Remove from organization',
    'They lose access to your organization but keep their account.',
  ],
  'user.delete': ['Delete account', 'Permanently deletes their account and profile. This can’t be undone.'],
};

export function memberDialog({ profile, security }: Opened, onClose: () => void) {
  const { person, member, organization, fields, groups, operations } = profile;
  return html`<dialog ${ref(open)} @close=${onClose}>
    <h1>${person.name}</h1>
    <p>${fields.find(({ name }) => name === 'email')?.value} · signs in with a password</p>
    <p>Last signed in ${day(member?.lastLogin)}</p>
    <h2>Roles</h2>
    <ul>
      ${member?.roles?.map(({ name }) => html`<li>${name}</li>`)}
    </ul>
    ${operations.map(({ name }) => actions[name] && html`<button type="button">${actions[name]}</button>`)}
    <h2>Sign-in and security</h2>
    <ul>
      ${security.methods?.map(
        ({ name, type, createdAt, lastUsedAt }) =>
          html`<li>
            ${type} <small>${name} · added ${day(createdAt)} · last used ${day(lastUsedAt)}</small>
          </li>`,
      )}
    </ul>
    <button type="button">Reset two-step verification…</button>
    <h3>Active sessions</h3>
    <h2>Organizations</h2>
    <p>${organization.displayName} · ${member?.otherOrganizations} other organizations</p>
    <h2>Profile</h2>
    <button type="button">Edit</button>
    ${groups.map(
      (group) =>
        html`<h3>${group.label['en']}</h3>
          <dl>${fields.filter((field) => field.group === group.name).map(fieldText)}</dl>`,
    )}
    <h2>Activity</h2>
    <h2>Danger zone</h2>
    ${operations.map(({ name }) => {
      const danger = dangers[name];
      return (
        danger &&
        html`<h3>${danger[0]}</h3>
          <p>${danger[1]}</p>
          <button type="button">${danger[0]}…</button>`
      );
    })}
  </dialog>`;
}

function fieldText({ label, kind, value }: FieldView) {
  const text = String(value ?? 'Not set');
  return html`<dt>${label['en']}</dt>
    <dd>${kind === 'language' ? languageName(text) : text}</dd>`;
}

/** A dialog opens once it is in the page, and that is after it was rendered. */
function open(dialog: Element | undefined): void {
  queueMicrotask(() => {
    if (dialog instanceof HTMLDialogElement && dialog.isConnected && !dialog.open) dialog.showModal();
  });
}
