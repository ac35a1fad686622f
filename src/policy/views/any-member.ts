/** Policy questions about all members ("visible for everyone?") and any member ("allowed for anyone?"). */
import { accessOf, decide } from '../decide.js';
import { referencedCases } from '../file/referenced-values.js';
import type { FieldQuestion, OperationQuestion } from '../question.js';
import { toQuestion } from '../analysis/questions.js';
import { self, type Policy } from '../file/schema.js';
import type { Target } from '../target.js';
import { attributeSyncModes, connectionClasses, provisionings, type Attribute } from '../vocabulary.js';

/** A session without anything that a safeguard denies. */
const moment = { signInAge: 0, delegated: false } as const;

/**
 * Returns whether the actors see the attribute in full for every member of the organization.
 * @example isVisibleForAllMembers(policy, ['help-desk'], organization, 'email')
 */
export function isVisibleForAllMembers(
  policy: Policy,
  actors: readonly string[],
  organization: Target['organization'],
  attribute: Attribute,
): boolean {
  const known = answersAbout(policy, organization);
  const key = JSON.stringify([attribute, ...actors]);
  const answer = known.get(key) ?? seeEveryone(policy, actors, organization, attribute);
  known.set(key, answer);
  return answer;
}

type Answers = Map<string, boolean>;

/** Each page of a list asks the same, of some hundred targets. A policy never changes, nor does an organization once it is read. */
const answers = new WeakMap<Policy, WeakMap<Target['organization'], Answers>>();

function answersAbout(policy: Policy, organization: Target['organization']): Answers {
  const ofPolicy = answers.get(policy) ?? new WeakMap<Target['organization'], Answers>();
  answers.set(policy, ofPolicy);
  const known = ofPolicy.get(organization) ?? new Map<string, boolean>();
  ofPolicy.set(organization, known);
  return known;
}

function seeEveryone(
  policy: Policy,
  actors: readonly string[],
  organization: Target['organization'],
  attribute: Attribute,
): boolean {
  const field = Object.keys(policy.fields).find((name) => policy.fields[name]?.attribute === attribute);
  if (field === undefined) return false;
  return targetsOf(policy, organization).every((target) => {
    const decision = decide(policy, { actors, target, moment, field, action: 'read' });
    // An attribute that users of a connection don't have reveals nothing.
    return (
      accessOf(decision) === 2 || (decision.effect === 'deny' && decision.reason === 'no-such-attribute')
    );
  });
}

/**
 * Returns whether the actors are allowed something for at least one kind of member.
 * @example isAllowedForAnyMember(policy, ['admin'], organization, { operation: 'user.delete', lastAdmin: false })
 */
export function isAllowedForAnyMember(
  policy: Policy,
  actors: readonly string[],
  organization: Target['organization'],
  subject: Pick<FieldQuestion, 'field' | 'action'> | Pick<OperationQuestion, 'operation' | 'lastAdmin'>,
): boolean {
  return targetsOf(policy, organization).some(
    (target) => accessOf(decide(policy, { actors, target, moment, ...subject })) > 0,
  );
}

/** One target of every kind that the policy can distinguish. */
function targetsOf(policy: Policy, organization: Target['organization']): readonly Target[] {
  const subject = { operation: 'member.read' } as const;
  return referencedCases(policy.rules).flatMap((named) =>
    connectionClasses.flatMap((connection) =>
      attributeSyncModes.flatMap((attributeSync) =>
        provisionings.map((provisioning) => {
          const at = { actor: self, connection, attributeSync, provisioning, shared: false, subject };
          return { ...toQuestion({ ...at, ...named }).target, organization };
        }),
      ),
    ),
  );
}
