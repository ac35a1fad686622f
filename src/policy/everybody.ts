/** What somebody sees of everybody alike: what may be searched, because a search would tell what a mask hides. */
import { accessOf, decide } from './decide.js';
import { namedCases } from './mentions.js';
import { toQuestion } from './questions.js';
import { self, type Policy } from './schema.js';
import type { Target } from './target.js';
import { attributeSyncModes, connectionClasses, provisionings, type Attribute } from './vocabulary.js';

/** Whether these actors see all of the attribute, whoever of the organization's people it is of. */
export function seenOfEverybody(
  policy: Policy,
  actors: readonly string[],
  organization: Target['organization'],
  attribute: Attribute,
): boolean {
  const field = Object.keys(policy.fields).find((name) => policy.fields[name]?.attribute === attribute);
  if (field === undefined) return false;
  return targetsOf(policy, organization).every((target) => {
    const moment = { signInAge: 0, delegated: false };
    const decision = decide(policy, { actors, target, moment, field, action: 'read' });
    // What people of a connection do not have gives nothing away.
    return (
      accessOf(decision) === 2 || (decision.effect === 'deny' && decision.reason === 'no-such-attribute')
    );
  });
}

/** One person of every kind that the policy can tell apart. */
function targetsOf(policy: Policy, organization: Target['organization']): readonly Target[] {
  const subject = { operation: 'member.read' } as const;
  return namedCases(policy.rules).flatMap((named) =>
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
