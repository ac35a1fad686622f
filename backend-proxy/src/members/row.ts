/** One row of the member list, reduced to what the reader may see. */
import type { MemberRow } from '../../../src/contract/index.js';
import {
  actorsOf,
  isSignInTooOld,
  isVisibleForAllMembers,
  resolveOperation,
  visibleText,
  type Policy,
  type SessionContext,
  type Target,
} from '../../../src/policy/index.js';
import { momentOf, type Actor } from '../access/actor.js';
import type { Person } from '../access/load-person.js';
import type { RosterEntry, User } from '../management/index.js';
import { isUnverified } from './membership.js';

/** An entry patched with recent changes. */
type CurrentEntry = RosterEntry & { readonly blocked: boolean };

/** Who reads the list: for all rows alike, except for the one that is about themselves. */
export interface Reader {
  readonly policy: Policy;
  readonly moment: SessionContext;
  actorsFor(userId: string): readonly string[];
  isSelf(userId: string): boolean;
}

export function createReader(policy: Policy, actor: Actor): Reader {
  const asSelf = actorsOf(policy, actor.permissions, true);
  const asOther = actorsOf(policy, actor.permissions, false);
  const isSelf = (userId: string) => userId === actor.userId;
  return {
    policy,
    moment: momentOf(actor),
    actorsFor: (userId) => (isSelf(userId) ? asSelf : asOther),
    isSelf,
  };
}

/** Row of a member the search doesn't know yet: only what the reader may see for all members. */
export function toUnknownRow(
  { policy, actorsFor, isSelf }: Reader,
  { target }: Person,
  { userId, name, email, picture, blocked }: CurrentEntry,
): MemberRow {
  const actors = actorsFor(userId);
  const sees = (attribute: 'name' | 'email' | 'picture' | 'phone_number') =>
    isVisibleForAllMembers(policy, actors, target.organization, attribute);
  // A name may contain a hidden email address or phone number.
  const seesName = sees('name') && sees('email') && sees('phone_number');
  return {
    userId,
    name: seesName ? name : null,
    email: sees('email') ? email : null,
    picture: sees('picture') ? picture : null,
    connection: null,
    status: blocked ? ['blocked'] : [],
    lastLogin: null,
    createdAt: null,
    you: isSelf(userId),
  };
}

interface Kept {
  readonly policy: Policy;
  readonly entry: CurrentEntry;
  readonly target: Target;
  readonly label: string;
  readonly row: MemberRow;
}

/** By the user as they were read, and by who reads. */
const rows = new WeakMap<User, Map<string, Kept>>();

/**
 * Row of a member. It is made once for all who may see the same, as long as nothing that it shows has changed.
 * @param unlisted - Names of roles that the member may have besides the listed ones: only what both allow is shown.
 */
export function toRow(
  reader: Reader,
  person: Person,
  entry: CurrentEntry,
  unlisted: readonly string[],
): MemberRow {
  const { policy, moment, actorsFor } = reader;
  const { user, target, signIn } = person;
  const tooOld = isSignInTooOld(policy.safeguards.stepUp, moment);
  const who = `${actorsFor(user.userId).join(' ')} ${tooOld} ${moment.delegated} ${JSON.stringify(unlisted)}`;
  const ofUser = rows.get(user) ?? new Map<string, Kept>();
  rows.set(user, ofUser);
  const kept = ofUser.get(who);
  const isKept =
    kept?.policy === policy &&
    kept.target === target &&
    kept.label === signIn.label &&
    isSame(kept.entry, entry);
  if (isKept) return kept.row;
  const row = makeRow(reader, person, entry, unlisted);
  ofUser.set(who, { policy, entry, target, label: signIn.label, row });
  return row;
}

function isSame(one: CurrentEntry, other: CurrentEntry): boolean {
  return (['name', 'email', 'picture', 'roles', 'blocked'] as const).every(
    (part) => one[part] === other[part],
  );
}

function makeRow(
  { policy, moment, actorsFor, isSelf }: Reader,
  person: Person,
  { userId, blocked, name, email, picture, roles }: CurrentEntry,
  unlisted: readonly string[],
): MemberRow {
  const actors = actorsFor(userId);
  const { target } = person;
  // With more roles more rules apply, both allowing and denying: what the fewest and the most allow holds in between.
  const targets =
    unlisted.length > 0 ? [target, { ...target, roles: [...target.roles, ...unlisted] }] : [target];
  const values = { ...person.user.values, name, email, picture };
  const visible = (attribute: 'name' | 'email' | 'picture') => {
    const texts = targets.map((target) => visibleText(policy, { actors, target, moment, values }, attribute));
    return texts.every((text) => text === texts[0]) ? (texts[0] ?? null) : null;
  };
  const seesRoles = targets.every(
    (target) =>
      resolveOperation(policy, { actors, target, moment, lastAdmin: false }, 'roles.assign') !== null,
  );
  const visibleEmail = visible('email');
  const unverified = visibleEmail !== null && isUnverified(person);
  return {
    userId,
    name: visible('name'),
    email: visibleEmail,
    picture: visible('picture'),
    ...(seesRoles && { roles }),
    connection: {
      class: person.signIn.class,
      name: person.signIn.name,
      label: person.signIn.label,
    },
    status: [...(blocked ? (['blocked'] as const) : []), ...(unverified ? (['unverified'] as const) : [])],
    lastLogin: person.user.lastLogin,
    createdAt: person.user.createdAt,
    you: isSelf(userId),
  };
}
