import { html, nothing } from 'lit';
import type { ProfileView } from '../../../contract/profile.js';
import { personOf } from '../../../state/member/member-operations.js';
import { lockIcon, plusIcon } from '../../parts/icons.js';
import { oneLine } from '../../parts/join-items.js';
import { nameOf, reasonText, type MemberContext } from './context.js';

/** Renders the member's roles, if the caller can see them, and the control that changes them. */
export function roles(context: MemberContext, profile: ProfileView) {
  const { messages, inRoleOrder } = context;
  if (!profile.member?.roles) return nothing;
  const assigned = inRoleOrder(profile.member.roles);
  const inherited = assigned.flatMap(({ name, inheritedFrom }) =>
    inheritedFrom === undefined ? [] : [{ name, source: messages.roles.inherited(inheritedFrom) }],
  );
  return html`<div class="role-line" part="roles" role="group" aria-label=${messages.roles.title}>
    <small aria-hidden="true">${assigned.length > 0 ? messages.roles.title : messages.roles.none}</small>
    ${assigned.map(({ name, description }) => html`<bdi class="chip" part="role" translate="no" title=${description ?? nothing}>${name}</bdi>`)}
    ${change(context, profile)}
    ${inherited.map(
      ({ name, source }) =>
        html`<small class="locked"
          >${lockIcon} <span>${oneLine([html`<span translate="no">${name}</span>`, source])}</span></small
        >`,
    )}
  </div>`;
}

function change(context: MemberContext, profile: ProfileView) {
  const { messages, readOnly, openRoles } = context;
  const view = profile.operations.find(({ name }) => name === 'roles.assign');
  if (readOnly || !view) return nothing;
  if (!view.allowed) {
    const reason = reasonText(context, view.reason, profile.connection.label);
    return html`<small class="locked" part="lock">${lockIcon} <span>${reason}</span></small>`;
  }
  const person = personOf(profile);
  const direct = profile.member?.roles?.filter(({ inheritedFrom }) => inheritedFrom === undefined) ?? [];
  return html`<button
    type="button"
    class="add-role"
    part="button change-roles"
    aria-haspopup="dialog"
    aria-label=${messages.roles.change(nameOf(context, person))}
    @click=${({ currentTarget }: Event) => openRoles({ ...person, roles: direct }, currentTarget as HTMLElement)}
  >
    ${plusIcon}
  </button>`;
}
