import type { Difference } from '../../../../src/policy/index.js';
import { list, type Paint } from '../terminal.js';
import { describeAnswer, describeWhen } from './describe-decision.js';
import type { DeclarationChange } from './diff-declarations.js';
import { verbOf, type Group } from './diff-groups.js';

/** Formats a difference: widenings first, counts at the end. */
export function diffText(
  differences: readonly Difference[],
  groups: readonly Group[],
  declarations: readonly DeclarationChange[],
  paint: Paint,
): string {
  const sections = (['widened', 'narrowed'] as const).map((change) => {
    const paragraphs = [
      ...declarations.filter((one) => one.change === change).map(declarationText),
      ...groups.filter(({ answer }) => answer.change === change).map(groupText),
    ];
    const title = change === 'widened' ? paint('red', 'Widened') : paint('green', 'Narrowed');
    return paragraphs.length > 0 ? `${title}\n${paragraphs.join('')}\n` : '';
  });
  const { widened, narrowed } = countChanges([...differences, ...declarations]);
  return `${sections.join('')}${widened} widened, ${narrowed} narrowed\n`;
}

export function countChanges(changes: readonly Pick<Difference, 'change'>[]) {
  const widened = changes.filter(({ change }) => change === 'widened').length;
  return { widened, narrowed: changes.length - widened };
}

function groupText({ when: { actor, connection, ...when }, answer, subjects }: Group): string {
  const who = actor ? list(actor, 'and') : 'everyone';
  const whom = connection ? `${list(connection, 'and')} users` : 'all users';
  const condition = describeWhen(when);
  return [
    `  ${who}: ${verbOf(answer.after)} ${list(subjects, 'and')}`,
    `      of ${whom}${condition && `, ${condition}`}`,
    `      was ${describeAnswer(answer.before)}`,
    `      now ${describeAnswer(answer.after)}\n`,
  ].join('\n');
}

function declarationText({ path, message }: DeclarationChange): string {
  return `  ${path}: ${message}\n`;
}
