/** Groups differences that changed in the same way. */
import {
  allSafeguardConditions,
  type Difference,
  type MatrixRow,
  type Policy,
} from '../../../../src/policy/index.js';
import { groupBy, toCases, type Case } from './group-answers.js';
import { answerKey } from './describe-decision.js';

/** One change, with all subjects it applies to. */
export interface Group extends Case<Difference> {
  readonly subjects: readonly string[];
}

export function groupDifferences(
  before: Policy,
  after: Policy,
  differences: readonly Difference[],
): readonly Group[] {
  const changed = new Map(differences.map((difference) => [placeOf(difference.after), difference]));
  const points = [...allSafeguardConditions(before, after)]
    .map((at) => ({ at, answer: changed.get(placeOf({ ...at, ...at.subject })) ?? null }))
    // Combinations of actors are listed only if they alone make the difference.
    .filter(({ at, answer }) => at.also === undefined || answer !== null);
  const cases = [...groupBy(points, ({ at }) => JSON.stringify(at.subject)).values()]
    .flatMap((some) => toCases(some, dimensions, differenceKey))
    .filter((one): one is Case<Difference> => one.answer !== null);
  const alike = groupBy(cases, ({ when, answer }) =>
    JSON.stringify([when, differenceKey(answer), verbOf(answer.after)]),
  );
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    return first ? [{ ...first, subjects: some.map(({ answer }) => subjectOf(answer.after)) }] : [];
  });
}

const dimensions = [
  'actor',
  'also',
  'connection',
  'attributeSync',
  'provisioning',
  'shared',
  'mention',
  'besides',
  'circumstance',
] as const;

/** Returns a key that is equal for a question and for the row that answers it. */
function placeOf(at: object): string {
  const named = at as Record<string, unknown>;
  return JSON.stringify([...dimensions, 'field', 'action', 'operation'].map((key) => named[key] ?? null));
}

function differenceKey(difference: Difference | null): string {
  return difference ? `${answerKey(difference.before)} ${answerKey(difference.after)}` : '';
}

export function verbOf(row: MatrixRow): string {
  return 'operation' in row ? 'do' : row.action;
}

function subjectOf(row: MatrixRow): string {
  return 'operation' in row ? row.operation : row.field;
}
