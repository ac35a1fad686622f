/** The answer about a person: views for what this actor may see, and the version they were seen at. */
import type { ProfileView } from '../../../src/contract/profile.js';
import { momentOf, type Actor } from '../actor.js';
import {
  actorsOf,
  resolveFields,
  resolveGroups,
  type FieldView,
  type Policy,
  type Situation,
} from '../../../src/policy/index.js';
import type { User } from '../management/index.js';
import type { Person } from './load-person.js';

export interface VersionedProfile {
  readonly profile: ProfileView;
  readonly etag: string;
}

/** What the policy is asked about: this actor and this person, with the person's values as `user` has them. */
export function situationOf(
  policy: Policy,
  actor: Actor,
  person: Person,
  user: User = person.user,
): Situation {
  return {
    actors: actorsOf(policy, actor.permissions, actor.userId === user.userId),
    target: person.target,
    moment: momentOf(actor),
    values: user.values,
    verification: user.verification,
  };
}

export async function viewProfile(
  policy: Policy,
  situation: Situation,
  person: Person,
): Promise<VersionedProfile> {
  const fields = resolveFields(policy, situation);
  const { organization, target, connectionLabel, user } = person;
  const profile: ProfileView = {
    person: {
      userId: user.userId,
      name: visibleText(policy, fields, 'name'),
      picture: visibleText(policy, fields, 'picture'),
    },
    organization: { id: organization.id, name: organization.name, displayName: organization.displayName },
    connection: {
      class: target.connection.class,
      label: connectionLabel,
      attributeSync: target.connection.attributeSync,
    },
    groups: resolveGroups(policy, fields),
    fields,
  };
  return { profile, etag: await etagOf(profile) };
}

/** The header shows a name and a picture only where a field already does. */
function visibleText(
  policy: Policy,
  fields: readonly FieldView[],
  attribute: 'name' | 'picture',
): string | null {
  const view = fields.find((field) => policy.fields[field.name]?.attribute === attribute);
  return typeof view?.value === 'string' ? view.value : null;
}

/** Over the whole answer and nothing else: two callers who see the same get the same tag, whatever their tokens. */
async function etagOf(profile: ProfileView): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(profile));
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
