import { html, type TemplateResult } from 'lit';
import type { MemberPerson } from '../../../state/member/member-operations.js';
import { avatar } from '../../parts/avatar.js';
import { nameOf, type MemberContext } from './context.js';

/** Renders the person a dialog is about. */
export function card(context: MemberContext, person: MemberPerson, signIn: string) {
  const { name, email, picture, roles } = person;
  const names = context.inRoleOrder(roles ?? []).map((role) => role.name);
  const details = [email && html`<bdi translate="no">${email}</bdi>`, signIn, ...names].filter(Boolean);
  const separated = details.flatMap((each, index): (TemplateResult | string | null)[] =>
    index === 0 ? [each] : [' · ', each],
  );
  return html`<div class="person" part="person">
    ${avatar(name ?? email, picture)}
    <div>
      <b dir="auto" translate="no">${nameOf(context, person)}</b>
      <small>${separated}</small>
    </div>
  </div>`;
}
