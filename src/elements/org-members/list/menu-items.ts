import type { MemberRow } from '../../../contract/member.js';
import type { MemberOperation } from '../../../state/member/member-operations.js';
import { operationsFor } from '../../../state/members/available-operations.js';
import { hasTrait } from '../../../policy/operations.js';
import type { MenuItem } from './menu.js';
import type { MemberAction, PanelContext } from '../context.js';

/** The menu of a row. */
export function rowMenuItems(
  panel: PanelContext,
  member: MemberRow,
  ask: (operation: MemberOperation) => void,
  more: readonly MemberAction[],
): readonly MenuItem[] {
  const { members, perform, messages, readOnly } = panel;
  const offered = readOnly || !members.info ? [] : operationsFor(members.info, member);
  return [
    { name: 'open', label: messages.open, run: () => perform((using) => using.open(member)) },
    ...offered.map((operation) => operationMenuItem(panel, operation, () => ask(operation))),
    ...more.map(({ name, label, run }) => ({ name, label, run: () => run(member) })),
  ];
}

export function operationMenuItem(
  { messages }: PanelContext,
  operation: MemberOperation,
  run: () => void,
): MenuItem {
  return {
    name: operation,
    label: messages.opensDialog(messages.operations[operation]),
    destructive: hasTrait(operation, 'destructive'),
    run,
  };
}
