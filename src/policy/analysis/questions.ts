/**
 * Enumerates the questions that a policy can be asked: the coordinates for `matrix`, `diff` and `check`. They include the
 * strategies, connections, organizations and roles that the policy names.
 */
import { isMetadata, referencedCases, strategies, type ReferencedValues } from '../file/referenced-values.js';
import { self, type Policy } from '../file/schema.js';
import type { FieldQuestion, OperationQuestion, Question } from '../question.js';
import type { ConnectionFacts, SessionContext, Target } from '../target.js';
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
  type SignInIdentifier,
} from '../vocabulary.js';

/** Conditions of the session or the organization under which a safeguard can deny. */
export const safeguardConditions = ['old-sign-in', 'delegated', 'last-admin'] as const;
export type SafeguardCondition = (typeof safeguardConditions)[number];

/** The coordinates of one question. */
export interface Coordinates {
  readonly actor: string;
  readonly connection: ConnectionClass;
  readonly attributeSync: AttributeSync;
  readonly provisioning: Provisioning;
  readonly shared: boolean;
  readonly subject: { readonly field: string; readonly action: Action } | { readonly operation: Operation };
  /** A second actor that the person is. */
  readonly also?: string;
  /** Values that one rule's conditions name. */
  readonly mention?: ReferencedValues;
  /** Values that a second rule's conditions name, for a target to which both rules apply. */
  readonly besides?: ReferencedValues;
  /** The condition of a safeguard. Absent for a session that no safeguard denies. */
  readonly circumstance?: SafeguardCondition;
}

/** The coordinates of an actor and a target, for any question. */
type Encounter = Omit<Coordinates, 'subject'>;

/**
 * Builds the question at one set of coordinates.
 * @example decide(policy, toQuestion(coordinates))
 */
export function toQuestion(at: Coordinates): Question {
  return askAbout(toTarget(at), at);
}

function askAbout(target: Target, { actor, also, subject, circumstance }: Coordinates): Question {
  const moment: SessionContext = {
    signInAge: circumstance === 'old-sign-in' ? null : 0,
    delegated: circumstance === 'delegated',
  };
  const base = { actors: also === undefined ? [actor] : [actor, also], target, moment };
  return 'operation' in subject
    ? ({ ...base, ...subject, lastAdmin: circumstance === 'last-admin' } satisfies OperationQuestion)
    : ({ ...base, ...subject } satisfies FieldQuestion);
}

function toTarget({ connection, attributeSync, provisioning, shared, mention, besides }: Encounter): Target {
  const facts: ConnectionFacts = {
    class: connection,
    // Rules match a strategy and a name alike, so a target can match two named values.
    strategy: besides?.connection ?? strategies[connection],
    name: mention?.connection ?? 'any',
    isEnabled: true,
    attributeSync,
    userStore: 'auth0',
    hasUsername: connection === 'database',
    // A database can have phone numbers, people sign in with one, and upstreams send them.
    hasPhoneNumber: true,
    hasPassword: connection === 'database',
    hasUniqueEmails: true,
    identifiers: identifiersOf[connection],
    usernameLength: { min: 1, max: 15 },
    usernameForms: [],
    requiredAttributes: [],
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

const identifiersOf: Readonly<Record<ConnectionClass, readonly SignInIdentifier[]>> = {
  database: ['email'],
  passwordless: ['email', 'phone_number'],
  enterprise: [],
  social: [],
};

function toOrganization(values: readonly string[]): Target['organization'] {
  const entries = values.filter(isMetadata).map((word) => {
    const equals = word.indexOf('=');
    return [word.slice(0, equals), word.slice(equals + 1)] as const;
  });
  return { id: values.find((word) => !isMetadata(word)) ?? 'any', metadata: Object.fromEntries(entries) };
}

/**
 * Yields every combination for one actor, without safeguard conditions, with the actors, fields and named values of all
 * given policies.
 * @example for (const at of allCoordinates(policy)) decide(policy, toQuestion(at));
 */
export function* allCoordinates(...policies: readonly Policy[]): Generator<Coordinates> {
  const subjects = subjectsIn(policies);
  for (const encounter of allEncounters(policies)) {
    for (const subject of subjects) yield { ...encounter, subject };
  }
}

function* allEncounters(policies: readonly Policy[]): Generator<Encounter> {
  const cases = referencedCases(policies.flatMap((policy) => policy.rules));
  for (const actor of actorsIn(policies)) {
    for (const connection of connectionClasses) {
      for (const attributeSync of attributeSyncModes) {
        for (const provisioning of provisionings) {
          for (const shared of [false, true]) {
            for (const named of cases) {
              yield { actor, connection, attributeSync, provisioning, shared, ...named };
            }
          }
        }
      }
    }
  }
}

/**
 * Yields the same for every pair of actors as well. Pairs are enough, because an answer depends on at most two rules.
 * @example for (const at of allPeople(policy)) answerRow(policy, at);
 */
export function* allPeople(...policies: readonly Policy[]): Generator<Coordinates> {
  const actors = actorsIn(policies);
  for (const at of allCoordinates(...policies)) {
    yield at;
    yield* withOthers(at, actors);
  }
}

function withOthers<T extends Encounter>(at: T, actors: readonly string[]): readonly T[] {
  return actors.slice(actors.indexOf(at.actor) + 1).map((also) => ({ ...at, also }));
}

/** A question with its coordinates. */
export interface PlacedQuestion {
  readonly at: Coordinates;
  readonly question: Question;
}

/**
 * Returns a function that lists the questions of {@link allPeople} about one subject. For those who ask about a subject until
 * they know: it builds each target once, and no question about another subject.
 * @example questionsOf(policy)({ operation: 'user.delete' }).some(({ question }) => decide(policy, question).effect === 'allow')
 */
export function questionsOf(policy: Policy): (subject: Coordinates['subject']) => readonly PlacedQuestion[] {
  const actors = actorsIn([policy]);
  const encounters = [...allEncounters([policy])].flatMap((one) => {
    const target = toTarget(one);
    return [one, ...withOthers(one, actors)].map((encounter) => ({ encounter, target }));
  });
  return (subject) =>
    encounters.map(({ encounter, target }) => {
      const at = { ...encounter, subject };
      return { at, question: askAbout(target, at) };
    });
}

/**
 * Yields the same under every safeguard condition as well.
 * @example for (const at of allSafeguardConditions(before, after)) answerRow(after, at);
 */
export function* allSafeguardConditions(...policies: readonly Policy[]): Generator<Coordinates> {
  for (const at of allPeople(...policies)) {
    yield at;
    for (const circumstance of circumstancesOf(at.subject)) yield { ...at, circumstance };
  }
}

/** Safeguards never deny reading, and depend only on the age of the sign-in for an update. */
function circumstancesOf(subject: Coordinates['subject']): readonly SafeguardCondition[] {
  if ('operation' in subject) return safeguardConditions;
  return subject.action === 'update' ? ['old-sign-in'] : [];
}

/**
 * Returns the actors of the policies, `self` first.
 * @example actorsIn([defaultPolicy]) // ['self', 'admin', 'help-desk']
 */
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
