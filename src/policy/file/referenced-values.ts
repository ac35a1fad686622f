/**
 * What a policy's conditions name beyond the closed vocabulary. A rule about one strategy, connection, organization or
 * role can only be seen by asking about exactly that.
 */
import type { Rule } from './schema.js';
import { connectionClasses, type ConnectionClass } from '../vocabulary.js';

/** What one rule's conditions name beyond the closed vocabulary: one word for each of these that it names. */
export interface ReferencedValues {
  /** A strategy, or a connection's name. */
  readonly connection?: string;
  readonly organization?: string;
  readonly targetRole?: string;
}

/** The strategy that stands for its class in a question. */
export const strategies: Readonly<Record<ConnectionClass, string>> = {
  database: 'auth0',
  passwordless: 'email',
  enterprise: 'samlp',
  social: 'google-oauth2',
};

/** Words of the closed vocabulary have rows of their own already. */
const ordinaryConnections = new Set<string>([...connectionClasses, ...Object.values(strategies)]);

/** What is the case because a rule asks about it, and what is the case besides. */
export interface ReferencedCase {
  readonly mention?: ReferencedValues;
  readonly besides?: ReferencedValues;
}

/**
 * Nothing named; what each rule names; and what an allowance and a denial name together. An answer hangs on one
 * allowance and one denial at most, so nothing that a policy can tell apart needs more than two rules' words.
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

/** Two words for one thing are two facts of it, except that an organization has one id, and one value a key. */
function areCompatible(one: ReferencedValues, other: ReferencedValues): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return false;
  const [word, second] = [one.organization, other.organization];
  return word === undefined || second === undefined || word === second || aspect(word) !== aspect(second);
}

function aspect(word: string): string {
  return isMetadata(word) ? word.slice(0, word.indexOf('=')) : '';
}

/** Whether two rules speak of a common field or operation. */
function overlap(one: Rule, other: Rule): boolean {
  if (one.operations) return one.operations.some((operation) => other.operations?.includes(operation));
  const every = one.fields?.includes('*') ? other.fields : one.fields;
  return other.fields?.includes('*') || (every?.some((field) => other.fields?.includes(field)) ?? false);
}

/** One for each choice of a word from each of the rule's conditions; none where it names nothing of its own. */
function referencedValuesOf({ when }: Rule): readonly ReferencedValues[] {
  const connections = when?.connection?.filter((word) => !ordinaryConnections.has(word)) ?? [];
  // Where a class of the closed vocabulary would do as well, the other conditions count without a connection too.
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
