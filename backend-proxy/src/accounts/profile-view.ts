/** Builds the profile response: field and operation views for one actor, and the ETag. */
import type { Membership } from '../../../src/contract/member.js';
import type { PendingDeletion } from '../../../src/contract/account.js';
import type { ProfileView } from '../../../src/contract/profile.js';
import { resolveFields, resolveGroups, visibleText, type Policy } from '../../../src/policy/index.js';
import { operationsOf } from '../access/operations.js';
import type { Subject } from '../access/subject.js';
import { fingerprint } from './fingerprint.js';

export interface VersionedProfile {
  readonly profile: ProfileView;
  readonly etag: string;
}

/** What a profile says besides the person: on a member's the membership, on one's own the scheduled deletion. */
export interface ProfileExtras {
  readonly member: Membership | null;
  readonly deletion: PendingDeletion | null;
}

export function viewProfile(
  policy: Policy,
  { person, situation }: Pick<Subject, 'person' | 'situation'>,
  { member, deletion }: ProfileExtras,
): VersionedProfile {
  const fields = resolveFields(policy, situation);
  const { organization, signIn, user } = person;
  const own = situation.actors.includes('self');
  const { auditReason } = policy.safeguards;
  const profile: ProfileView = {
    own,
    person: {
      userId: user.userId,
      // Name and picture follow the visibility of their fields.
      name: visibleText(policy, situation, 'name'),
      picture: visibleText(policy, situation, 'picture'),
    },
    organization: {
      id: organization.id,
      name: organization.name,
      displayName: organization.displayName,
      branding: organization.branding,
    },
    connection: {
      class: signIn.class,
      label: signIn.label,
      attributeSync: signIn.attributeSync,
      identifiers: signIn.identifiers,
      hasPassword: signIn.hasPassword,
    },
    groups: resolveGroups(policy, fields),
    fields,
    operations: operationsOf(policy, situation, person),
    ...(member && { member }),
    ...(deletion && { deletion: { requestedAt: deletion.requestedAt, dueAt: deletion.dueAt } }),
    ...(!own && auditReason === 'required' && { auditReason }),
  };
  return { profile, etag: etagOf(policy, profile) };
}

/**
 * Returns `"version.answer"`. The version covers the stored values and the allowed operations, but not whether fields need a
 * recent sign-in: a sign-in that gets old must not make a save fail with `profile_changed`. The answer adds which ones do.
 */
function etagOf(policy: Policy, { groups: _, fields, ...others }: ProfileView): string {
  // Texts in all languages are most of a profile, and always the same ones.
  const values = fields.map(({ stepUp: _, label: __, help: ___, ...field }) => field);
  const version = fingerprint(JSON.stringify([textsOf(policy), others, values]));
  const stepUps = fields.map(({ stepUp }) => (stepUp ? '1' : '0')).join('');
  return `"${version}.${BigInt(`0b0${stepUps}`).toString(36)}"`;
}

const texts = new WeakMap<Policy, string>();

function textsOf(policy: Policy): string {
  const known = texts.get(policy) ?? fingerprint(JSON.stringify([policy.groups, policy.fields]));
  texts.set(policy, known);
  return known;
}

/** Returns whether an If-None-Match header (RFC 9110 §13.1.2) contains this exact ETag. */
export function namesAnswer(header: string, etag: string): boolean {
  return tagsOf(header).includes(etag);
}

/** Returns whether an If-Match header (RFC 9110 §13.1.1) contains the version of this ETag. */
export function namesVersion(header: string, etag: string): boolean {
  return tagsOf(header).some((tag) => versionOf(tag) === versionOf(etag));
}

const versionOf = (tag: string): string => tag.replace(/\..*"$/, '"');

/** Accepts weak tags too: a gateway that compresses responses weakens ours. */
function tagsOf(header: string): readonly string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
