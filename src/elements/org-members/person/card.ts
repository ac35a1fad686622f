import { html, type TemplateResult } from 'lit';
import type { MemberPerson } from '../../../state/member/member-operations.js';
import { avatar } from '../../parts/avatar.js';
import { hueClass } from '../hue.js';
import { nameOf, type MemberContext } from './context.js';

/** The person a dialog is about. */
export function card(context: MemberContext, person: MemberPerson, way: string) {
  const { userId, name, email, picture, roles } = person;
  const names = roles?.map((role) => role.name) ?? [];
  const about = [email && html`<bdi>${email}</bdi>`, way, ...names].filter(Boolean);
  const dotted = about.flatMap((each, index): (TemplateResult | string | null)[] =>
    index === 0 ? [each] : [' · ', each],
  );
  return html`<div class="person ${hueClass(userId)}" part="person">
    ${avatar(name ?? email, picture)}
    <div>
      <b dir="auto">${nameOf(context, person)}</b>
      <small>${dotted}</small>
    </div>
  </div>`;
}
