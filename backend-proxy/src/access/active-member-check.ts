/** Checks that the actor is still an active member: tokens outlive blocks and removals. */
import type { Actor } from './actor.js';
import type { RequestContext } from '../http/request.js';
import { Cache } from '../management/cache.js';
import { ProblemError } from '../http/problem-error.js';
import type { RecentChanges } from '../storage/storage.js';
import type { Person, PersonLoader } from './load-person.js';

/** How long a passed check is cached; the upper bound on access after a block. */
const lifetimeMs = 5_000;
/** The same for background work, where more frequent checks would be most of the calls. */
const backgroundLifetimeMs = 30_000;

/**
 * Returns the actor as a member.
 * @throws {ProblemError} `user_blocked`, or `profile_not_found` for a former member.
 */
export type RequireActiveMember = (request: RequestContext) => Promise<Person>;

export function createActiveMemberCheck(people: PersonLoader, recent: RecentChanges): RequireActiveMember {
  const good = new Cache<Person>({ lifetimeMs, capacity: 10_000 });
  const goodForLonger = new Cache<Person>({ lifetimeMs: backgroundLifetimeMs, capacity: 1_000 });

  async function check({ actor, call }: RequestContext): Promise<Person> {
    const person = await people.load(actor, call);
    if (person.user.blocked) throw new ProblemError('user_blocked');
    return person;
  }

  /** Changes made through a proxy that shares the storage count at once. */
  async function hasChanged({ organizationId, userId }: Actor): Promise<boolean> {
    const change = (await recent.read(organizationId, [userId])).get(userId);
    return (
      change?.blocked !== undefined || change?.removedAt !== undefined || change?.deletedAt !== undefined
    );
  }

  return async (request) => {
    const { actor, call } = request;
    if (await hasChanged(actor)) return check(request);
    const known = call.background ? goodForLonger : good;
    return known.get(JSON.stringify([actor.organizationId, actor.userId]), () => check(request));
  };
}
