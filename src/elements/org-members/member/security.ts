import { html, nothing } from 'lit';
import type { MemberSecurity } from '../../../contract/member.js';
import type { MemberPage } from '../../../controllers/member-page.js';
import { relativeTime } from '../../parts/time.js';
import type { MemberContext } from './context.js';
import { section, shown } from './section.js';

/** The second steps they have set up, and whether wrong passwords keep them out. */
export function security(context: MemberContext, page: MemberPage) {
  const { title, loading } = context.texts.security;
  return section(
    { id: 'security', title },
    html`${shown(context, page.security, loading, (value) => list(context, value))}`,
  );
}

function list({ texts, lang }: MemberContext, { lockouts, methods }: MemberSecurity) {
  const words = texts.security;
  const where = lockouts.map(({ identifier, ip }) => (ip ? `${identifier} ${words.from(ip)}` : identifier));
  return html`${
    where.length > 0
      ? html`<p class="locked-out">${words.lockedOut(new Intl.ListFormat(lang).format(where))}</p>`
      : nothing
  }
  ${
    methods.length === 0
      ? html`<p><small>${words.none}</small></p>`
      : html`<ul class="facts">
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
        </ul>`
  }`;
}
