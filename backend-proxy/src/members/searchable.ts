/**
 * Attributes by which a list can be searched and sorted: only those visible for all members. Otherwise a search would
 * reveal hidden values letter by letter.
 */
import type { MemberSort } from '../../../src/contract/index.js';
import { actorsOf, isVisibleForAllMembers, type Policy } from '../../../src/policy/index.js';
import type { OrganizationContext } from '../access/authorize-organization.js';
import type { SearchedAttribute } from '../management/member-query.js';

export interface Searchable {
  readonly attributes: readonly SearchedAttribute[];
  /** Whether names may contain contact data that the reader can't see. */
  readonly guarded: boolean;
}

const names = ['name', 'given_name', 'family_name'] as const;

export function searchableBy(policy: Policy, { actor, caller: { target } }: OrganizationContext): Searchable {
  const actors = actorsOf(policy, actor.permissions, false);
  const sees = (attribute: SearchedAttribute | 'phone_number') =>
    isVisibleForAllMembers(policy, actors, target.organization, attribute);
  const attributes: readonly SearchedAttribute[] = names.filter(sees);
  // Auth0 derives the default nickname from the email address.
  if (!sees('email')) return { attributes, guarded: true };
  const contact = (['nickname', 'email'] as const).filter(sees);
  return { attributes: [...attributes, ...contact], guarded: !sees('phone_number') };
}

export function mayOrderBy({ attributes }: Searchable, sort: MemberSort): boolean {
  const by = sort.replace(/^-/, '');
  return (by !== 'name' && by !== 'email') || attributes.includes(by);
}
