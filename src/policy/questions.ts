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

/** Something a policy's conditions name beyond the closed vocabulary. */
export type Mention =
  { readonly connection: string } | { readonly organization: string } | { readonly targetRole: string };

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
  /** What else is the case, where a policy's conditions name it. */
  readonly mention?: Mention;
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
  const { actor, subject, circumstance } = at;
  const moment: Moment = {
    signInAge: circumstance === 'old-sign-in' ? null : 0,
    delegated: circumstance === 'delegated',
  };
  const asked = { actors: [actor], target: toTarget(at), moment };
  return 'operation' in subject
    ? ({ ...asked, ...subject, lastAdmin: circumstance === 'last-admin' } satisfies OperationQuestion)
    : ({ ...asked, ...subject } satisfies FieldQuestion);
}

function toTarget({ connection, attributeSync, provisioning, shared, mention }: Coordinates): Target {
  const named = mention && 'connection' in mention ? mention.connection : undefined;
  const facts: ConnectionFacts = {
    class: connection,
    strategy: strategies[connection],
    // A name stands for a strategy as well: to a rule the two look the same.
    name: named ?? 'any',
    attributeSync,
    userStore: 'auth0',
    hasUsername: connection === 'database',
    hasPhoneNumber: connection === 'database',
    usernameLength: { min: 1, max: 15 },
    directoryOwned: [],
  };
  return {
    connection: facts,
    provisioning,
    organization: toOrganization(mention && 'organization' in mention ? mention.organization : undefined),
    roles: mention && 'targetRole' in mention ? [mention.targetRole] : [],
    shared,
  };
}

function toOrganization(word: string | undefined): Target['organization'] {
  if (word === undefined) return { id: 'any', metadata: {} };
  const equals = word.indexOf('=');
  return equals < 0
    ? { id: word, metadata: {} }
    : { id: 'any', metadata: Object.fromEntries([[word.slice(0, equals), word.slice(equals + 1)]]) };
}

/** Every combination in ordinary circumstances, for the actors, fields and mentions of all the policies given. */
export function* allCoordinates(...policies: readonly Policy[]): Generator<Coordinates> {
  const mentions = [undefined, ...policies.flatMap((policy) => mentionsOf(policy.rules)).filter(isFirst)];
  for (const actor of actorsIn(policies)) {
    for (const connection of connectionClasses) {
      for (const attributeSync of attributeSyncModes) {
        for (const provisioning of provisionings) {
          for (const shared of [false, true]) {
            for (const mention of mentions) {
              for (const subject of subjectsIn(policies)) {
                const at = { actor, connection, attributeSync, provisioning, shared, subject };
                yield mention ? { ...at, mention } : at;
              }
            }
          }
        }
      }
    }
  }
}

/** The same, and once more in each circumstance that a safeguard looks at. */
export function* allCircumstances(...policies: readonly Policy[]): Generator<Coordinates> {
  for (const at of allCoordinates(...policies)) {
    yield at;
    for (const circumstance of circumstances) yield { ...at, circumstance };
  }
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

function mentionsOf(rules: readonly Rule[]): readonly Mention[] {
  return rules.flatMap(({ when }): Mention[] => [
    ...(when?.connection ?? [])
      .filter((word) => !ordinaryConnections.has(word))
      .map((connection) => ({ connection })),
    ...(when?.organization ?? []).map((organization) => ({ organization })),
    ...(when?.targetRole ?? []).map((targetRole) => ({ targetRole })),
  ]);
}

function isFirst(mention: Mention, index: number, all: readonly Mention[]): boolean {
  const text = JSON.stringify(mention);
  return all.findIndex((other) => JSON.stringify(other) === text) === index;
}
