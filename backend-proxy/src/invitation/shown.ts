/** What of an invitation its reader may see: an address and a name only as those of members. */
import type { InvitationView } from '../../../src/contract/index.js';
import {
  actorsOf,
  maskValue,
  seenOfEverybody,
  type Attribute,
  type Policy,
} from '../../../src/policy/index.js';
import type { Actor } from '../actor.js';
import type { Person } from '../person/load-person.js';

export function invitationsShownTo(
  policy: Policy,
  actor: Actor,
  { target }: Person,
): (invitation: InvitationView) => InvitationView {
  const actors = actorsOf(policy, actor.permissions, false);
  // Of what no field is kept in, the policy says nothing: who may read invitations reads it.
  const sees = (attribute: Attribute) =>
    !Object.values(policy.fields).some((field) => field.attribute === attribute) ||
    seenOfEverybody(policy, actors, target.organization, attribute);
  const [seesEmail, seesName] = [sees('email'), sees('name')];
  if (seesEmail && seesName) return (invitation) => invitation;
  return ({ email, inviter, ...invitation }) => ({
    ...invitation,
    email: seesEmail ? email : (maskValue('email', email) ?? ''),
    // Who has no name invites by their address.
    inviter: seesName && (seesEmail || !inviter?.includes('@')) ? inviter : null,
  });
}
