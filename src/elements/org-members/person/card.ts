import { html } from 'lit';
import type { MemberPerson } from '../../../state/member/member-operations.js';
import { avatar } from '../../parts/avatar.js';
import { oneLine } from '../../parts/join-items.js';
import { nameOf, type MemberContext } from './context.js';

/** Renders the person a dialog is about. */
export function card(context: MemberContext, person: MemberPerson, signIn: string) {
  const { name, email, picture, roles } = person;
  const names = context.inRoleOrder(roles ?? []).map((role) => role.name);
  return html`<div class="person" part="person">
    ${avatar(name ?? email, picture)}
    <div>
      <b dir="auto" translate="no">${nameOf(context, person)}</b>
      <small>${oneLine([email && html`<span translate="no">${email}</span>`, signIn, ...names])}</small>
    </div>
  </div>`;
}
