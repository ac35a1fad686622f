/**
 * Every question that can be put to a policy, apart from the moment: the coordinates that `matrix`, `diff` and `check`
 * walk through. A policy that names a strategy, a connection, an organization or a role gets questions about exactly
 * those, because otherwise a rule about them could not be seen.
 */
import { self, type Policy, type Rule } from './schema.js';
import type { FieldQuestion, OperationQuestion, Question } from './question.js';
import type { ConnectionFacts, Moment, Target } from './target.js';
import {
  actions,
  attributeSyncModes,
  connectionClasses,
  operations,
  provisionings,
  type Action,
  type AttributeSync,
  type ConnectionClass,
  type Operation,
  type Provisioning,
} from './vocabulary.js';

/** What one rule's conditions name beyond the closed vocabulary: one word for each of these that it names. */
export interface Mention {
  /** A strategy, or a connection's name. */
  readonly connection?: string;
  readonly organization?: string;
  readonly targetRole?: string;
}

/** What the safeguards look at. */
export const circumstances = ['old-sign-in', 'delegated', 'last-admin'] as const;
export type Circumstance = (typeof circumstances)[number];

/** One question's coordinates. */
export interface Coordinates {
  readonly actor: string;
  readonly connection: ConnectionClass;
  readonly attributeSync: AttributeSync;
  readonly provisioning: Provisioning;
  readonly shared: boolean;
  readonly subject: { readonly field: string; readonly action: Action } | { readonly operation: Operation };
  /** A second actor that the same person is. */
  readonly also?: string;
  /** What else is the case, where a policy's conditions name it. */
  readonly mention?: Mention;
  /** And what is the case besides: an allowance and a denial can meet only in somebody to whom both apply. */
  readonly besides?: Mention;
  /** What is out of the ordinary; absent for somebody who signed in just now, as themselves. */
  readonly circumstance?: Circumstance;
}

const strategies: Readonly<Record<ConnectionClass, string>> = {
  database: 'auth0',
  passwordless: 'email',
  enterprise: 'samlp',
  social: 'google-oauth2',
};

export function toQuestion(at: Coordinates): Question {
  const { actor, also, subject, circumstance } = at;
  const moment: Moment = {
    signInAge: circumstance === 'old-sign-in' ? null : 0,
    delegated: circumstance === 'delegated',
  };
  const asked = { actors: also === undefined ? [actor] : [actor, also], target: toTarget(at), moment };
  return 'operation' in subject
    ? ({ ...asked, ...subject, lastAdmin: circumstance === 'last-admin' } satisfies OperationQuestion)
    : ({ ...asked, ...subject } satisfies FieldQuestion);
}

function toTarget({
  connection,
  attributeSync,
  provisioning,
  shared,
  mention,
  besides,
}: Coordinates): Target {
  const facts: ConnectionFacts = {
    class: connection,
    // To a rule a strategy and a name look the same, so two words can be one each.
    strategy: besides?.connection ?? strategies[connection],
    name: mention?.connection ?? 'any',
    attributeSync,
    userStore: 'auth0',
    hasUsername: connection === 'database',
    hasPhoneNumber: connection === 'database',
    usernameLength: { min: 1, max: 15 },
    directoryOwned: [],
  };
  const said = [mention, besides];
  return {
    connection: facts,
    provisioning,
    organization: toOrganization(said.flatMap((one) => one?.organization ?? [])),
    roles: said.flatMap((one) => one?.targetRole ?? []),
    shared,
  };
}

function toOrganization(words: readonly string[]): Target['organization'] {
  const entries = words.filter(isMetadata).map((word) => {
    const equals = word.indexOf('=');
    return [word.slice(0, equals), word.slice(equals + 1)] as const;
  });
  return { id: words.find((word) => !isMetadata(word)) ?? 'any', metadata: Object.fromEntries(entries) };
}

function isMetadata(word: string): boolean {
  return word.includes('=');
}

/** Every combination in ordinary circumstances, for the actors, fields and mentions of all the policies given. */
export function* allCoordinates(...policies: readonly Policy[]): Generator<Coordinates> {
  const cases = namedCases(policies.flatMap((policy) => policy.rules));
  const subjects = subjectsIn(policies);
  for (const actor of actorsIn(policies)) {
    for (const connection of connectionClasses) {
      for (const attributeSync of attributeSyncModes) {
        for (const provisioning of provisionings) {
          for (const shared of [false, true]) {
            for (const named of cases) {
              for (const subject of subjects) {
                yield { actor, connection, attributeSync, provisioning, shared, ...named, subject };
              }
            }
          }
        }
      }
    }
  }
}

/** The same, and once more for everybody who is two actors at once: more would meet no further pair of rules. */
export function* allPeople(...policies: readonly Policy[]): Generator<Coordinates> {
  const actors = actorsIn(policies);
  for (const at of allCoordinates(...policies)) {
    yield at;
    for (const also of actors.slice(actors.indexOf(at.actor) + 1)) yield { ...at, also };
  }
}

/** The same, and once more in each circumstance that a safeguard looks at. */
export function* allCircumstances(...policies: readonly Policy[]): Generator<Coordinates> {
  for (const at of allPeople(...policies)) {
    yield at;
    for (const circumstance of circumstancesOf(at.subject)) yield { ...at, circumstance };
  }
}

/** Reading is never guarded, and changing a field only by the age of the sign-in. */
function circumstancesOf(subject: Coordinates['subject']): readonly Circumstance[] {
  if ('operation' in subject) return circumstances;
  return subject.action === 'update' ? ['old-sign-in'] : [];
}

export function actorsIn(policies: readonly Policy[]): readonly string[] {
  return [...new Set([self, ...policies.flatMap((policy) => Object.keys(policy.actors))])];
}

function subjectsIn(policies: readonly Policy[]): readonly Coordinates['subject'][] {
  const fields = [...new Set(policies.flatMap((policy) => Object.keys(policy.fields)))];
  return [
    ...fields.flatMap((field) => actions.map((action) => ({ field, action }))),
    ...operations.map((operation) => ({ operation })),
  ];
}

/** Words of the closed vocabulary have rows of their own already. */
const ordinaryConnections = new Set<string>([...connectionClasses, ...Object.values(strategies)]);

type NamedCase = Pick<Coordinates, 'mention' | 'besides'>;

/**
 * Nothing named; what each rule names; and what an allowance and a denial name together. An answer hangs on one
 * allowance and one denial at most, so nothing that a policy can tell apart needs more than two rules' words.
 */
function namedCases(rules: readonly Rule[]): readonly NamedCase[] {
  const naming = rules.map((rule) => ({ rule, mentions: mentionsOf(rule) }));
  const alone = naming.flatMap(({ mentions }) => mentions.map((mention): NamedCase => ({ mention })));
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

function pairs(some: readonly Mention[], others: readonly Mention[]): readonly NamedCase[] {
  return some.flatMap((mention) =>
    others.filter((besides) => areCompatible(mention, besides)).map((besides) => ({ mention, besides })),
  );
}

/** Two words for one thing are two facts of it, except that an organization has one id, and one value a key. */
function areCompatible(one: Mention, other: Mention): boolean {
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
function mentionsOf({ when }: Rule): readonly Mention[] {
  const connections = when?.connection?.filter((word) => !ordinaryConnections.has(word)) ?? [];
  // Where a class of the closed vocabulary would do as well, the other conditions count without a connection too.
  const withoutConnection = connections.length < (when?.connection?.length ?? 0) || connections.length === 0;
  const choices = [
    ...(withoutConnection ? [{}] : []),
    ...connections.map((connection): Mention => ({ connection })),
  ];
  return choices
    .flatMap((choice) => withWords(choice, 'organization', when?.organization))
    .flatMap((choice) => withWords(choice, 'targetRole', when?.targetRole))
    .filter((mention) => Object.keys(mention).length > 0);
}

function withWords(
  choice: Mention,
  key: 'organization' | 'targetRole',
  words: readonly string[] | undefined,
): readonly Mention[] {
  return words ? words.map((word) => ({ ...choice, [key]: word })) : [choice];
}
