/** What holds of everybody in an organization, and what of somebody, whoever they are. */
import { accessOf, decide } from '../decide.js';
import { referencedCases } from '../file/referenced-values.js';
import type { FieldQuestion, OperationQuestion } from '../question.js';
import { toQuestion } from '../analysis/questions.js';
import { self, type Policy } from '../file/schema.js';
import type { Target } from '../target.js';
import { attributeSyncModes, connectionClasses, provisionings, type Attribute } from '../vocabulary.js';

/** Somebody who signed in just now, as themselves. */
const moment = { signInAge: 0, delegated: false } as const;

/** Whether these actors see all of the attribute, whoever of the organization's people it is of. */
export function isVisibleForAllMembers(
  policy: Policy,
  actors: readonly string[],
  organization: Target['organization'],
  attribute: Attribute,
): boolean {
  const field = Object.keys(policy.fields).find((name) => policy.fields[name]?.attribute === attribute);
  if (field === undefined) return false;
  return targetsOf(policy, organization).every((target) => {
    const decision = decide(policy, { actors, target, moment, field, action: 'read' });
    // What people of a connection do not have gives nothing away.
    return (
      accessOf(decision) === 2 || (decision.effect === 'deny' && decision.reason === 'no-such-attribute')
    );
  });
}

/** Whether there can be anybody in the organization of whom the answer to these actors is not no. */
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

/** One person of every kind that the policy can tell apart. */
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
