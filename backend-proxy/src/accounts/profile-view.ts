/** Builds the profile response: field and operation views for one actor, and the ETag. */
import type { Membership } from '../../../src/contract/member.js';
import type { PendingDeletion } from '../../../src/contract/account.js';
import type { ProfileView } from '../../../src/contract/profile.js';
import { resolveFields, resolveGroups, visibleText, type Policy } from '../../../src/policy/index.js';
import { operationsOf } from '../access/operations.js';
import type { Subject } from '../access/subject.js';

export interface VersionedProfile {
  readonly profile: ProfileView;
  readonly etag: string;
}

export async function viewProfile(
  policy: Policy,
  { person, situation }: Pick<Subject, 'person' | 'situation'>,
  {
    member,
    deletion,
  }: { readonly member?: Membership | null; readonly deletion?: PendingDeletion | null } = {},
): Promise<VersionedProfile> {
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
  return { profile, etag: await etagOf(profile) };
}

/**
 * Returns `"version.answer"`. The version covers the stored values and the allowed operations, but not the age of the
 * sign-in: a sign-in that gets old must not make a save fail with `profile_changed`. The answer covers everything.
 */
async function etagOf(profile: ProfileView): Promise<string> {
  const stored = JSON.stringify(profile, (key, value: unknown) => (key === 'stepUp' ? undefined : value));
  const [version, answer] = await Promise.all([digest(stored, 18), digest(JSON.stringify(profile), 6)]);
  return `"${version}.${answer}"`;
}

async function digest(text: string, bytes: number): Promise<string> {
  const all = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...all.subarray(0, bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
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
