import { html, nothing } from 'lit';
import type { MemberSecurity } from '../../../contract/member.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { lockIcon } from '../../parts/icons.js';
import { joinNames, oneLine } from '../../parts/join-items.js';
import { relativeTime } from '../../parts/time.js';
import type { MemberContext } from './context.js';
import { lockedOperations, operationButton, viewsOf } from './operations.js';
import { asyncContent, section } from './section.js';
import { sessions } from './sessions.js';

/** Renders lockouts, verification methods and sessions, as far as the caller can see them. */
export function security(context: MemberContext, page: MemberPage, profile: ProfileView) {
  const { value } = page.security;
  const seesSessions = profile.operations.some(({ name }) => name === 'sessions.read');
  const unlock = context.readOnly ? [] : viewsOf(profile, ['member.clear-lockout']);
  // Not known to be without a lockout: unlocking is offered.
  const isUncertain = !page.security.isRunning && value?.lockouts === undefined && unlock.length > 0;
  if (value && !value.lockouts?.length && !value.methods && !seesSessions && !isUncertain) return nothing;
  const { title, loading } = context.messages.security;
  return section(
    { id: 'security', title },
    html`${asyncContent(context, page.security, loading, (known) => content(context, profile, known))}
    ${
      isUncertain
        ? html`${unlock.map(({ operation, allowed }) => (allowed ? html`<p>${operationButton(context, profile, operation, '')}</p>` : nothing))}
          ${lockedOperations(context, profile, unlock)}`
        : nothing
    }
    ${sessions(context, page, profile)}`,
  );
}

function content(context: MemberContext, profile: ProfileView, { lockouts = [], methods }: MemberSecurity) {
  const { readOnly } = context;
  const reset = viewsOf(profile, ['member.mfa-reset']).filter(() => methods?.length !== 0 && !readOnly);
  return html`${lockouts.length > 0 ? lockout(context, profile, lockouts) : nothing}
  ${methods ? verificationMethods(context, methods) : nothing}
  ${reset.map(({ operation, allowed }) =>
    allowed ? html`<p>${operationButton(context, profile, operation, '')}</p>` : nothing,
  )}
  ${lockedOperations(context, profile, reset)}`;
}

/** What is wrong, and its answer as the primary button. */
function lockout(
  context: MemberContext,
  profile: ProfileView,
  lockouts: NonNullable<MemberSecurity['lockouts']>,
) {
  const { messages, lang, readOnly } = context;
  const identifiers = lockouts.map(({ identifier, ip }) =>
    ip ? messages.security.identifierFrom(identifier, ip) : identifier,
  );
  const unlock = readOnly ? [] : viewsOf(profile, ['member.clear-lockout']);
  return html`<div class="locked-out">
    ${lockIcon}
    <p>${messages.security.lockedOut(joinNames(identifiers, lang))}</p>
    ${unlock.map(({ operation, allowed }) => (allowed ? operationButton(context, profile, operation, 'primary') : nothing))}
    ${lockedOperations(context, profile, unlock)}
  </div>`;
}

function verificationMethods(
  { messages: { security: messages, justNow }, lang }: MemberContext,
  methods: NonNullable<MemberSecurity['methods']>,
) {
  if (methods.length === 0) return html`<p><small>${messages.none}</small></p>`;
  return html`<ul class="facts">
    ${methods.map((method) => {
      const added = relativeTime(method.createdAt, lang, { justNow });
      const used = relativeTime(method.lastUsedAt, lang, { justNow });
      const when = [method.name, added && messages.added(added), used && messages.used(used)];
      return html`<li>
        <div>
          <b>${messages.methods[method.type] ?? method.type}</b>
          <small>${oneLine(when)}</small>
        </div>
      </li>`;
    })}
  </ul>`;
}
