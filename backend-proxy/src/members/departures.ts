/** Members who were removed or deleted a moment ago, and may be back. */
import { ProblemError } from '../http/problem-error.js';
import type { CallContext, Management, User } from '../management/index.js';
import type { MembershipChange, UserChange } from '../storage/storage.js';

/** Auth0's lists show a change within about ten seconds. */
const settledMs = 30_000;
/** Clocks differ. */
const skewMs = 5_000;
/** Each check costs a call. Beyond that, people who left stay hidden until the change is forgotten. */
const maxChecks = 5;

/** Returns whether someone whom a list or a search shows has left the organization, as the changes say. */
export type HasLeft = (
  user: Departed,
  change: (UserChange & MembershipChange) | undefined,
) => Promise<boolean>;

type Departed = Pick<User, 'userId'> & { readonly lastLogin: string | null };

/**
 * Creates the check for one answer. A list lags behind a departure, so the change hides them, unless they have signed in since
 * or the lag is over: then a read by id decides.
 */
export function createDepartureCheck(
  { users }: Pick<Management, 'users'>,
  organizationId: string,
  call: CallContext,
): HasLeft {
  let checks = 0;

  return async ({ userId, lastLogin }, change) => {
    const leftAt = leftAtOf(change);
    if (leftAt === null) return false;
    const isBack = lastLogin !== null && Date.parse(lastLogin) > leftAt - skewMs;
    const mayBeBack = isBack || Date.now() - leftAt > settledMs;
    if (!mayBeBack || checks >= maxChecks) return true;
    checks += 1;
    return (await users.membership(userId, organizationId, call).catch(nullIfUnknown)) === null;
  };
}

/** Returns when they left, in milliseconds since the epoch, or `null`. */
function leftAtOf({ removedAt, deletedAt }: UserChange & MembershipChange = {}): number | null {
  return removedAt === undefined && deletedAt === undefined ? null : Math.max(removedAt ?? 0, deletedAt ?? 0);
}

function nullIfUnknown(reason: unknown): null {
  if (reason instanceof ProblemError && reason.code === 'profile_not_found') return null;
  throw reason;
}
