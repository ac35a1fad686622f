import type { MemberMessages } from '../../../messages/en/member.js';
import type { MemberPerson } from '../../../state/member/member-operations.js';
import type { RolesOutcome } from '../../../state/member/role-checklist-controller.js';
import type { Toast } from '../../../state/toasts.js';
import { joinNames } from '../../parts/join-items.js';

/** Returns the toast about roles that were changed in place. */
export function rolesToast(
  { roles: texts, untitled }: MemberMessages,
  lang: string,
  { name, email }: MemberPerson,
  outcome: RolesOutcome,
): Omit<Toast, 'id'> {
  const person = name ?? email ?? untitled;
  if (outcome.kind === 'undone') return { text: texts.restored(person) };
  if (outcome.kind === 'changed-since') return { text: texts.changedSince(person) };
  if (outcome.kind === 'undo-failed') return { text: texts.undoFailed(person) };
  const names = outcome.roles.map((role) => role.name);
  return {
    text: names.length > 0 ? texts.changed(person, joinNames(names, lang)) : texts.removed(person),
    action: { label: texts.undo, run: () => void outcome.undo() },
  };
}
