/** The answer about a person: views for what this actor may see, and the version they were seen at. */
import type { Membership } from '../../../src/contract/member.js';
import type { PendingDeletion } from '../../../src/contract/account.js';
import type { ProfileView } from '../../../src/contract/profile.js';
import {
  resolveFields,
  resolveGroups,
  shownText,
  type Policy,
  type Situation,
} from '../../../src/policy/index.js';
import type { Person } from './load-person.js';
import { operationsOf } from './operations.js';

export interface VersionedProfile {
  readonly profile: ProfileView;
  readonly etag: string;
}

export async function viewProfile(
  policy: Policy,
  situation: Situation,
  person: Person,
  {
    member,
    deletion,
  }: { readonly member?: Membership | null; readonly deletion?: PendingDeletion | null } = {},
): Promise<VersionedProfile> {
  const fields = resolveFields(policy, situation);
  const { organization, target, connectionLabel, user } = person;
  const own = situation.actors.includes('self');
  const { auditReason } = policy.safeguards;
  const profile: ProfileView = {
    own,
    person: {
      userId: user.userId,
      // The header shows a name and a picture only as far as a field does.
      name: shownText(policy, situation, 'name'),
      picture: shownText(policy, situation, 'picture'),
    },
    organization: { id: organization.id, name: organization.name, displayName: organization.displayName },
    connection: {
      class: target.connection.class,
      label: connectionLabel,
      attributeSync: target.connection.attributeSync,
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
 * Over what is stored and what may be done about it, and nothing else: two callers who see the same get the same tag,
 * whatever their tokens, and a sign-in that grows old does not make another version.
 */
async function etagOf(profile: ProfileView): Promise<string> {
  const bytes = new TextEncoder().encode(
    JSON.stringify(profile, (key, value: unknown) => (key === 'stepUp' ? undefined : value)),
  );
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `"${btoa(String.fromCharCode(...digest.subarray(0, 18)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')}"`;
}

/**
 * Whether a header of entity tags names this one. A weak tag counts as well: a compressing gateway weakens ours on
 * its way out, and it stands for the same stored values.
 */
export function namesTag(header: string, etag: string): boolean {
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
