import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ProfileView } from '../../../contract/profile.js';
import type { DialogOperation } from '../../../state/member/member-operation-controller.js';
import { memberOperations, personOf } from '../../../state/member/member-operations.js';
import type { MemberPage } from '../../../state/member/member-page.js';
import { factsOf, hasTrait } from '../../../policy/operations.js';
import type { LockReason } from '../../../policy/vocabulary.js';
import { lockIcon } from '../../parts/icons.js';
import { reasonText, type MemberContext } from './context.js';
import { section } from './section.js';

const offered = memberOperations.filter((operation) => operation !== 'roles.assign');

/** Renders the operations on the member, and why some are locked. */
export function operations(context: MemberContext, page: MemberPage, profile: ProfileView) {
  const { messages, readOnly, operationLabels } = context;
  if (readOnly) return nothing;
  const views = offered.flatMap((operation) => {
    const view = profile.operations.find(({ name }) => name === operation);
    return view && hasUse(operation, page) ? [{ operation, view }] : [];
  });
  // Keyed: when an operation above goes away, the focused button stays the button of its operation.
  const open = repeat(
    views.filter(({ view }) => view.allowed),
    ({ operation }) => operation,
    ({ operation }) => row(context, profile, operation),
  );
  const locked = [...new Set(views.flatMap(({ view }) => view.reason ?? []))].map((reason) => {
    const alike = views.filter(({ view }) => view.reason === reason);
    const names = alike.map(({ operation }) => operationLabels[operation]);
    return lockedRow(context, profile, names, reason);
  });
  return section(
    { id: 'operations', title: messages.operations.title },
    views.length > 0
      ? html`<ul class="facts">
          ${open} ${locked}
        </ul>`
      : html`<p><small>${messages.operations.none}</small></p>`,
  );
}

/** Whether the operation would do anything. `true` if that isn't known. */
function hasUse(operation: DialogOperation, { security: { value } }: MemberPage): boolean {
  const { appliesTo } = factsOf(operation);
  if (appliesTo === 'locked-out') return value?.lockouts?.length !== 0;
  return appliesTo !== 'with-authenticator' || value?.methods?.length !== 0;
}

function row(
  { member, messages, operationLabels, opensDialog }: MemberContext,
  profile: ProfileView,
  operation: DialogOperation,
) {
  return html`<li part="operation">
    <div><small>${messages.operations.about[operation]}</small></div>
    <button
      type="button"
      class=${hasTrait(operation, 'destructive') ? 'danger' : nothing}
      part="button ask"
      @click=${() => member.openDialog(operation, personOf(profile))}
    >
      ${opensDialog(operationLabels[operation])}
    </button>
  </li>`;
}

/** Renders the operations that are locked for the same reason, with the reason once. */
function lockedRow(
  context: MemberContext,
  profile: ProfileView,
  names: readonly string[],
  reason: LockReason,
) {
  return html`<li part="operations-locked">
    <div>
      <b>${new Intl.ListFormat(context.lang).format(names)}</b>
      <small class="locked" part="lock">
        ${lockIcon} <span>${reasonText(context, reason, profile.connection.label)}</span>
      </small>
    </div>
  </li>`;
}
