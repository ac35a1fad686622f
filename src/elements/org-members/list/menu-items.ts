import type { MemberRow } from '../../../contract/member.js';
import type { MemberOperation } from '../../../state/member/member-operations.js';
import { operationsFor } from '../../../state/members/available-operations.js';
import { hasTrait } from '../../../policy/operations.js';
import type { MenuItem } from './menu.js';
import type { MemberAction, PanelContext } from '../context.js';

/** The menu of a row. */
export function rowItems(
  panel: PanelContext,
  member: MemberRow,
  ask: (operation: MemberOperation) => void,
  more: readonly MemberAction[],
): readonly MenuItem[] {
  const { members, perform, texts, readOnly } = panel;
  const offered = readOnly || !members.info ? [] : operationsFor(members.info, member);
  return [
    { name: 'open', label: texts.open, run: () => perform((using) => using.open(member)) },
    ...offered.map((operation) => item(panel, operation, () => ask(operation))),
    ...more.map(({ name, label, run }) => ({ name, label, run: () => run(member) })),
  ];
}

export function item({ texts }: PanelContext, operation: MemberOperation, run: () => void): MenuItem {
  return {
    name: operation,
    label: texts.opensDialog(texts.operations[operation]),
    grave: hasTrait(operation, 'destructive'),
    run,
  };
}
