/** Profiles as the text of a response, kept until what they say changes. */
import { isSignInTooOld, type Policy, type Target } from '../../../src/policy/index.js';
import type { Subject } from '../access/subject.js';
import type { Organization, User } from '../management/index.js';
import { viewProfile, type ProfileExtras } from './profile-view.js';

export interface RenderedProfile {
  /** A `ProfileView` as JSON in UTF-8: half the size of the string, and ready to be sent. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

interface Kept {
  readonly organization: Organization;
  readonly target: Target;
  /** Everything else that the text depends on. */
  readonly key: string;
  readonly rendered: RenderedProfile;
}

const utf8 = new TextEncoder();

/**
 * Returns a function that renders profiles. The user, their organization and their connection are read each time; as long as
 * Auth0's responses are the same, they are the same objects, and only then the text is used again.
 */
export function createProfileRenderer(
  policy: Policy,
): (subject: Pick<Subject, 'person' | 'situation'>, extras: ProfileExtras) => RenderedProfile {
  const known = new WeakMap<User, Kept>();
  return (subject, extras) => {
    const { actors, moment, target } = subject.situation;
    const { user, organization, signIn } = subject.person;
    const tooOld = isSignInTooOld(policy.safeguards.stepUp, moment);
    const key = JSON.stringify([actors, tooOld, moment.delegated, signIn, extras]);
    const kept = known.get(user);
    if (kept?.key === key && kept.target === target && kept.organization === organization)
      return kept.rendered;
    const { profile, etag } = viewProfile(policy, subject, extras);
    const rendered = { body: utf8.encode(JSON.stringify(profile)), etag };
    known.set(user, { organization, target, key, rendered });
    return rendered;
  };
}
