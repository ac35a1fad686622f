import { html, nothing } from 'lit';
import type { ProfileView } from '../../../contract/profile.js';
import { personOf } from '../../../state/member/member-operations.js';
import { button } from '../../parts/button.js';
import { lockIcon } from '../../parts/icons.js';
import { reasonText, type MemberContext } from './context.js';
import { section } from './section.js';

/** Renders the member's roles, if the caller can see them. */
export function roles(context: MemberContext, profile: ProfileView) {
  const { messages } = context;
  const assigned = profile.member?.roles;
  if (!assigned) return nothing;
  const items = assigned.map(
    ({ name, description, inheritedFrom }) =>
      html`<li>
        <div>
          <b>${name}</b>
          ${description ? html`<small>${description}</small>` : nothing}
          ${
            inheritedFrom === undefined
              ? nothing
              : html`<small class="locked"
                  >${lockIcon} <span>${messages.roles.inherited(inheritedFrom)}</span></small
                >`
          }
        </div>
      </li>`,
  );
  return section(
    { id: 'roles', title: messages.roles.title, action: change(context, profile) },
    items.length > 0
      ? html`<ul class="facts">
          ${items}
        </ul>`
      : html`<p><small>${messages.roles.none}</small></p>`,
  );
}

function change(context: MemberContext, profile: ProfileView) {
  const { member, readOnly, operationLabels, opensDialog } = context;
  const view = profile.operations.find(({ name }) => name === 'roles.assign');
  if (readOnly || !view) return nothing;
  if (!view.allowed) {
    const reason = reasonText(context, view.reason, profile.connection.label);
    return html`<small class="locked" part="lock">${lockIcon} <span>${reason}</span></small>`;
  }
  const label = opensDialog(operationLabels['roles.assign']);
  return button(label, () => member.openDialog('roles.assign', personOf(profile)), {
    part: 'change-roles',
  });
}
