/** Groups answers by the dimensions that they depend on. */
import type { Coordinates } from '../../../../src/policy/index.js';

/** A dimension that answers can depend on. */
export type Dimension = Exclude<keyof Coordinates, 'subject'>;

export interface Point<T> {
  readonly at: Pick<Coordinates, Dimension>;
  readonly answer: T;
}

/** An answer, and the values it applies to. An absent dimension doesn't matter. */
export interface Case<T> {
  readonly when: { readonly [D in Dimension]?: readonly string[] };
  readonly answer: T;
}

/**
 * Splits the points along the dimensions, in their order, wherever the answers depend on one. Values of a dimension
 * that lead to the same answers stay together.
 */
export function toCases<T>(
  points: readonly Point<T>[],
  [dimension, ...others]: readonly Dimension[],
  textOf: (answer: T) => string,
): readonly Case<T>[] {
  const [first] = points;
  if (!first) return [];
  const same = points.every(({ answer }) => textOf(answer) === textOf(first.answer));
  if (same || dimension === undefined) return [{ when: {}, answer: first.answer }];
  const byValue = groupBy(points, ({ at }) => wordFor(at, dimension));
  const branches = [...byValue].map(([word, some]) => ({ word, cases: toCases(some, others, textOf) }));
  const merged = groupBy(branches, ({ cases }) =>
    JSON.stringify(cases.map(({ when, answer }) => [when, textOf(answer)])),
  );
  return [...merged.values()].flatMap((alike) => {
    const cases = alike[0]?.cases ?? [];
    if (merged.size === 1) return cases;
    const texts = alike.map(({ word }) => word);
    return cases.map(({ when, answer }) => ({ when: { [dimension]: texts, ...when }, answer }));
  });
}

export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const conditionTexts = {
  'old-sign-in': 'after an old sign-in',
  delegated: 'in a delegated session',
  'last-admin': 'of the last admin',
} as const;

function wordFor(at: Point<unknown>['at'], dimension: Dimension): string {
  switch (dimension) {
    case 'attributeSync':
      return `sync ${at.attributeSync}`;
    case 'provisioning':
      return `provisioning ${at.provisioning}`;
    case 'shared':
      return at.shared ? 'in other organizations too' : 'in this organization only';
    case 'also':
      return at.also === undefined ? 'as no other actor' : `who is ${at.also} too`;
    case 'mention':
      return at.mention ? mentionWord(at.mention) : 'any other';
    case 'besides':
      return at.besides ? `and ${mentionWord(at.besides)}` : 'nothing besides';
    case 'circumstance':
      return at.circumstance ? conditionTexts[at.circumstance] : 'ordinarily';
    default:
      return at[dimension];
  }
}

function mentionWord({ connection, organization, targetRole }: NonNullable<Coordinates['mention']>): string {
  return [
    ...(connection === undefined ? [] : [`connection or strategy "${connection}"`]),
    ...(organization === undefined ? [] : [`organization "${organization}"`]),
    ...(targetRole === undefined ? [] : [`role "${targetRole}"`]),
  ].join(', ');
}
