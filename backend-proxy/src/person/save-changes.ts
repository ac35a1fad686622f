/** Stores a checked patch, in as few calls as Auth0 allows, and tells the truth when only a part of it was stored. */
import type { Change } from '../../../src/policy/index.js';
import type { CallContext, Management, User } from '../management/index.js';
import { ProblemError } from '../problem-error.js';

export type SaveOutcome =
  | { readonly complete: true; readonly user: User }
  /** The first call went through, the second did not. */
  | {
      readonly complete: false;
      readonly user: User;
      readonly saved: readonly string[];
      readonly problem: ProblemError;
    };

export async function saveChanges(
  management: Management,
  userId: string,
  changes: readonly Change[],
  call: CallContext,
): Promise<SaveOutcome> {
  const [first = [], ...rest] = planCalls(changes);
  let user = await management.users.update(userId, first, call);
  const saved = first.map((change) => change.field);
  for (const step of rest) {
    try {
      user = await management.users.update(userId, step, call);
    } catch (problem) {
      if (problem instanceof ProblemError) return { complete: false, user, saved, problem };
      throw problem;
    }
    saved.push(...step.map((change) => change.field));
  }
  return { complete: true, user };
}

/**
 * Auth0 takes no username and email in one call, and does not say whether it takes an email and a phone number. The
 * email goes last, because a new one ends the person's sessions.
 * https://auth0.com/docs/api/management/v2/users/patch-users-by-id
 */
export function planCalls(changes: readonly Change[]): readonly (readonly Change[])[] {
  const isEmail = ({ attribute }: Change) => attribute === 'email';
  const collides = changes.some(({ attribute }) => attribute === 'username' || attribute === 'phone_number');
  if (!collides || !changes.some(isEmail)) return [changes];
  return [changes.filter((change) => !isEmail(change)), changes.filter(isEmail)];
}
