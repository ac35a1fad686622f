/**
 * Finds the strategies, connections, organizations and roles that a policy's conditions name. A matrix or diff shows a
 * rule about one of them only if it asks about exactly that one.
 */
import type { Rule } from './schema.js';
import { connectionClasses, type ConnectionClass } from '../vocabulary.js';

/** Values named by one rule's conditions, at most one of each kind. */
export interface ReferencedValues {
  /** A strategy, or a connection's name. */
  readonly connection?: string;
  readonly organization?: string;
  readonly targetRole?: string;
}

/** The strategy that represents its class in a question. */
export const strategies: Readonly<Record<ConnectionClass, string>> = {
  database: 'auth0',
  passwordless: 'email',
  enterprise: 'samlp',
  social: 'google-oauth2',
};

/** Connections that every policy is asked about, so that a rule about them needs no case of its own. */
const ordinaryConnections = new Set<string>([...connectionClasses, ...Object.values(strategies)]);

/** The values of one rule, and for a pair of rules those of the second. */
export interface ReferencedCase {
  readonly mention?: ReferencedValues;
  readonly besides?: ReferencedValues;
}

/**
 * Returns the cases to ask about: no named value, the values of each rule, and those of each pair of an overlapping
 * allow and deny rule. Pairs are enough, because an answer depends on at most one rule of each effect.
 */
export function referencedCases(rules: readonly Rule[]): readonly ReferencedCase[] {
  const naming = rules.map((rule) => ({ rule, mentions: referencedValuesOf(rule) }));
  const alone = naming.flatMap(({ mentions }) => mentions.map((mention): ReferencedCase => ({ mention })));
  const together = naming
    .filter(({ rule }) => rule.effect === 'allow')
    .flatMap((allowance) =>
      naming
        .filter(({ rule }) => rule.effect === 'deny' && overlap(allowance.rule, rule))
        .flatMap((denial) => pairs(allowance.mentions, denial.mentions)),
    );
  const all = [{}, ...alone, ...together];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function pairs(
  some: readonly ReferencedValues[],
  others: readonly ReferencedValues[],
): readonly ReferencedCase[] {
  return some.flatMap((mention) =>
    others.filter((besides) => areCompatible(mention, besides)).map((besides) => ({ mention, besides })),
  );
}

/** One target can match both, unless they name two organization ids, or two values of one metadata key. */
function areCompatible(one: ReferencedValues, other: ReferencedValues): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return false;
  const [word, second] = [one.organization, other.organization];
  return word === undefined || second === undefined || word === second || aspect(word) !== aspect(second);
}

function aspect(word: string): string {
  return isMetadata(word) ? word.slice(0, word.indexOf('=')) : '';
}

/** Whether two rules share a field or an operation. */
function overlap(one: Rule, other: Rule): boolean {
  if (one.operations) return one.operations.some((operation) => other.operations?.includes(operation));
  const every = one.fields?.includes('*') ? other.fields : one.fields;
  return other.fields?.includes('*') || (every?.some((field) => other.fields?.includes(field)) ?? false);
}

/** Every combination of one value from each of the rule's conditions. Empty if it names none. */
function referencedValuesOf({ when }: Rule): readonly ReferencedValues[] {
  const connections = when?.connection?.filter((word) => !ordinaryConnections.has(word)) ?? [];
  // If the rule also names a class, its other conditions can hold without a named connection.
  const withoutConnection = connections.length < (when?.connection?.length ?? 0) || connections.length === 0;
  const choices = [
    ...(withoutConnection ? [{}] : []),
    ...connections.map((connection): ReferencedValues => ({ connection })),
  ];
  return choices
    .flatMap((choice) => withValues(choice, 'organization', when?.organization))
    .flatMap((choice) => withValues(choice, 'targetRole', when?.targetRole))
    .filter((mention) => Object.keys(mention).length > 0);
}

function withValues(
  choice: ReferencedValues,
  key: 'organization' | 'targetRole',
  values: readonly string[] | undefined,
): readonly ReferencedValues[] {
  return values ? values.map((word) => ({ ...choice, [key]: word })) : [choice];
}

export function isMetadata(word: string): boolean {
  return word.includes('=');
}
