import { html, nothing } from 'lit';
import type { MemberSecurity } from '../../../contract/member.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { relativeTime } from '../../parts/time.js';
import type { MemberContext } from './context.js';
import { section, asyncContent } from './section.js';

/** Renders the member's verification methods and lockouts, as far as the caller can see them. */
export function security(context: MemberContext, page: MemberPage) {
  const { value } = page.security;
  if (value && !value.lockouts?.length && !value.methods) return nothing;
  const { title, loading } = context.messages.security;
  return section(
    { id: 'security', title },
    html`${asyncContent(context, page.security, loading, (value) => list(context, value))}`,
  );
}

function list(context: MemberContext, { lockouts = [], methods }: MemberSecurity) {
  const messages = context.messages.security;
  const lockedOut = lockouts.map(({ identifier, ip }) =>
    ip ? `${identifier} ${messages.from(ip)}` : identifier,
  );
  return html`${
    lockedOut.length > 0
      ? html`<p class="locked-out">
          ${messages.lockedOut(new Intl.ListFormat(context.lang).format(lockedOut))}
        </p>`
      : nothing
  }
  ${methods ? verificationMethods(context, methods) : nothing}`;
}

function verificationMethods(
  { messages: { security: messages }, lang }: MemberContext,
  methods: NonNullable<MemberSecurity['methods']>,
) {
  if (methods.length === 0) return html`<p><small>${messages.none}</small></p>`;
  return html`<ul class="facts">
    ${methods.map((method) => {
      const added = relativeTime(method.createdAt, lang);
      const used = relativeTime(method.lastUsedAt, lang);
      const when = [method.name, added && messages.added(added), used && messages.used(used)];
      return html`<li>
        <div>
          <b>${messages.methods[method.type] ?? method.type}</b>
          <small>${when.filter(Boolean).join(' · ')}</small>
        </div>
      </li>`;
    })}
  </ul>`;
}
