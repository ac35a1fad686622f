/** The buttons of operations on a member's page, and why some are locked. */
import { html, nothing } from 'lit';
import type { ProfileView } from '../../../contract/profile.js';
import type { DialogOperation } from '../../../state/member/member-operation-controller.js';
import { asksNothing, personOf } from '../../../state/member/member-operations.js';
import type { LockReason } from '../../../policy/vocabulary.js';
import { lockIcon } from '../../parts/icons.js';
import { joinNames } from '../../parts/join-items.js';
import { operationIcons } from '../operation-icons.js';
import { reasonText, type MemberContext } from './context.js';

/** An operation that exists for the member. */
interface OfferedOperation<T extends DialogOperation> {
  readonly operation: T;
  readonly allowed: boolean;
  /** Why it isn't allowed. */
  readonly reason: LockReason | undefined;
}

/** Returns those of the operations that exist for the member, in the same order. */
export function viewsOf<T extends DialogOperation>(
  { operations }: ProfileView,
  names: readonly T[],
): readonly OfferedOperation<T>[] {
  return names.flatMap((operation) => {
    const view = operations.find(({ name }) => name === operation);
    return view ? [{ operation, allowed: view.allowed, reason: view.reason }] : [];
  });
}

export function operationButton(
  { member, operationLabels, opensDialog, requiresReason }: MemberContext,
  profile: ProfileView,
  operation: DialogOperation,
  kind: 'primary' | 'danger' | '',
) {
  const label = operationLabels[operation];
  return html`<button
    type="button"
    class=${kind || nothing}
    part="button ask"
    @click=${() => member.openDialog(operation, personOf(profile))}
  >
    ${operationIcons[operation]}
    <span>${asksNothing(operation, requiresReason) ? label : opensDialog(label)}</span>
  </button>`;
}

/** Renders the operations that are locked, those for the same reason with the reason once. */
export function lockedOperations(
  context: MemberContext,
  profile: ProfileView,
  operations: readonly OfferedOperation<DialogOperation>[],
) {
  const { messages, operationLabels, lang } = context;
  const locked = operations.filter(({ allowed }) => !allowed);
  return [...new Set(locked.map(({ reason }) => reason))].map((reason) => {
    const names = locked
      .filter((each) => each.reason === reason)
      .map(({ operation }) => operationLabels[operation]);
    return html`<p class="locked" part="operations-locked lock">
      ${lockIcon}
      <span>
        <b>${messages.named(joinNames(names, lang))}</b>
        ${reasonText(context, reason, profile.connection.label)}
      </span>
    </p>`;
  });
}
