/**
 * Every question that can be put to a policy, apart from the moment: the coordinates that `matrix`, `diff` and `check`
 * walk through. A policy that names a strategy, a connection, an organization or a role gets questions about exactly
 * those, because otherwise a rule about them could not be seen.
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
} from '../vocabulary.js';

/** What the safeguards look at. */
export const safeguardConditions = ['old-sign-in', 'delegated', 'last-admin'] as const;
export type SafeguardCondition = (typeof safeguardConditions)[number];

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
  readonly mention?: ReferencedValues;
  /** And what is the case besides: an allowance and a denial can meet only in somebody to whom both apply. */
  readonly besides?: ReferencedValues;
  /** What is out of the ordinary; absent for somebody who signed in just now, as themselves. */
  readonly circumstance?: SafeguardCondition;
}

export function toQuestion(at: Coordinates): Question {
  const { actor, also, subject, circumstance } = at;
  const moment: SessionContext = {
    signInAge: circumstance === 'old-sign-in' ? null : 0,
    delegated: circumstance === 'delegated',
  };
  const base = { actors: also === undefined ? [actor] : [actor, also], target: toTarget(at), moment };
  return 'operation' in subject
    ? ({ ...base, ...subject, lastAdmin: circumstance === 'last-admin' } satisfies OperationQuestion)
    : ({ ...base, ...subject } satisfies FieldQuestion);
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
    hasPassword: connection === 'database',
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

function toOrganization(values: readonly string[]): Target['organization'] {
  const entries = values.filter(isMetadata).map((word) => {
    const equals = word.indexOf('=');
    return [word.slice(0, equals), word.slice(equals + 1)] as const;
  });
  return { id: values.find((word) => !isMetadata(word)) ?? 'any', metadata: Object.fromEntries(entries) };
}

/** Every combination in ordinary circumstances, for the actors, fields and mentions of all the policies given. */
export function* allCoordinates(...policies: readonly Policy[]): Generator<Coordinates> {
  const cases = referencedCases(policies.flatMap((policy) => policy.rules));
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
export function* allSafeguardConditions(...policies: readonly Policy[]): Generator<Coordinates> {
  for (const at of allPeople(...policies)) {
    yield at;
    for (const circumstance of circumstancesOf(at.subject)) yield { ...at, circumstance };
  }
}

/** Reading is never guarded, and changing a field only by the age of the sign-in. */
function circumstancesOf(subject: Coordinates['subject']): readonly SafeguardCondition[] {
  if ('operation' in subject) return safeguardConditions;
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
