/** Applies the visibility of members' emails and names to invitations. */
import type { InvitationView } from '../../../src/contract/index.js';
import {
  actorsOf,
  maskValue,
  isVisibleForAllMembers,
  type Attribute,
  type Policy,
} from '../../../src/policy/index.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import { contactsIn } from '../members/identifier.js';

export function visibleInvitations(
  policy: Policy,
  { actor, caller: { target } }: OrganizationContext,
): (invitation: InvitationView) => InvitationView {
  const actors = actorsOf(policy, actor.permissions, false);
  const attributes = ['name', 'email', 'phone_number'] as const;
  // Without a field, the policy doesn't restrict the attribute.
  const visible = new Set<Attribute>(
    attributes.filter(
      (attribute) =>
        !Object.values(policy.fields).some((field) => field.attribute === attribute) ||
        isVisibleForAllMembers(policy, actors, target.organization, attribute),
    ),
  );
  const isVisible = (name: string) =>
    visible.has('name') && contactsIn(name).every((contact) => visible.has(contact));
  return ({ email, inviter, ...invitation }) => ({
    ...invitation,
    email: visible.has('email') ? email : (maskValue('email', email) ?? ''),
    inviter: inviter !== null && isVisible(inviter) ? inviter : null,
  });
}
