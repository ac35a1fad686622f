/** The yardstick of a member's page: a plain dialog that shows the same. */
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { MemberSecurity, ProfileView } from '../../../src/contract/index.js';
import { day } from './day.js';

export interface Opened {
  readonly profile: ProfileView;
  readonly security: MemberSecurity;
}

export function memberDialog({ profile, security }: Opened, onClose: () => void) {
  const { person, member, fields, operations } = profile;
  return html`<dialog ${ref(open)} @close=${onClose}>
    <h1>${person.name}</h1>
    <p>${member?.status.join(', ')} ${day(member?.lastLogin)} ${day(member?.createdAt)}</p>
    <ul>
      ${member?.roles?.map(({ name, description }) => html`<li>${name} <small>${description}</small></li>`)}
      ${security.methods?.map(({ name, type }) => html`<li>${name ?? type}</li>`)}
    </ul>
    <dl>
      ${fields.map(
        ({ label, value }) =>
          html`<dt>${label['en']}</dt>
            <dd>${String(value ?? '')}</dd>`,
      )}
    </dl>
    ${operations.map(({ name }) => html`<button type="button">${name}</button>`)}
  </dialog>`;
}

/** A dialog opens once it is in the page, and that is after it was rendered. */
function open(dialog: Element | undefined): void {
  queueMicrotask(() => {
    if (dialog instanceof HTMLDialogElement && dialog.isConnected && !dialog.open) dialog.showModal();
  });
}
