/** Whether somebody who acts on others may still act: a token outlives a block and a removal. */
import type { Actor } from '../actor.js';
import { Cache } from '../management/cache.js';
import type { CallContext, Management } from '../management/index.js';
import { ProblemError } from '../problem-error.js';

/** Somebody who is blocked or removed acts for this much longer at most. */
const lifetimeMs = 5_000;

/** @throws `user_blocked`, or `profile_not_found` for somebody who is no member any more */
export type CheckStanding = (actor: Actor, call: CallContext) => Promise<void>;

export function createCheckStanding({ users }: Management): CheckStanding {
  const good = new Cache<void>({ lifetimeMs, capacity: 10_000 });

  async function check({ userId, organizationId }: Actor, call: CallContext): Promise<void> {
    const [user, membership] = await Promise.all([
      users.read(userId, call),
      users.membership(userId, organizationId, call),
    ]);
    if (!membership) throw new ProblemError('profile_not_found');
    if (user.blocked) throw new ProblemError('user_blocked');
  }

  return (actor, call) =>
    good.get(JSON.stringify([actor.organizationId, actor.userId]), () => check(actor, call));
}
