import { html, nothing } from 'lit';
import type { MemberSecurity } from '../../../contract/member.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { relativeTime } from '../../parts/time.js';
import type { MemberContext } from './context.js';
import { section, shown } from './section.js';

/** The second steps they have set up, and whether wrong passwords keep them out: as far as the reader may know. */
export function security(context: MemberContext, page: MemberPage) {
  const { value } = page.security;
  if (value && !value.lockouts?.length && !value.methods) return nothing;
  const { title, loading } = context.texts.security;
  return section(
    { id: 'security', title },
    html`${shown(context, page.security, loading, (value) => list(context, value))}`,
  );
}

function list(context: MemberContext, { lockouts = [], methods }: MemberSecurity) {
  const words = context.texts.security;
  const where = lockouts.map(({ identifier, ip }) => (ip ? `${identifier} ${words.from(ip)}` : identifier));
  return html`${
    where.length > 0
      ? html`<p class="locked-out">${words.lockedOut(new Intl.ListFormat(context.lang).format(where))}</p>`
      : nothing
  }
  ${methods ? secondSteps(context, methods) : nothing}`;
}

function secondSteps({ texts, lang }: MemberContext, methods: NonNullable<MemberSecurity['methods']>) {
  const words = texts.security;
  if (methods.length === 0) return html`<p><small>${words.none}</small></p>`;
  return html`<ul class="facts">
    ${methods.map((method) => {
      const added = relativeTime(method.createdAt, lang);
      const used = relativeTime(method.lastUsedAt, lang);
      const when = [method.name, added && words.added(added), used && words.used(used)];
      return html`<li>
        <div>
          <b>${words.methods[method.type] ?? method.type}</b>
          <small>${when.filter(Boolean).join(' · ')}</small>
        </div>
      </li>`;
    })}
  </ul>`;
}
