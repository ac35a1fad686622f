/** Whether somebody who acts on others may still act: a token outlives a block and a removal. */
import type { Actor } from './actor.js';
import type { RequestContext } from '../http/request.js';
import { Cache } from '../management/cache.js';
import { ProblemError } from '../http/problem-error.js';
import type { RecentChanges } from '../storage/recent-changes.js';
import type { Person, PersonLoader } from './load-person.js';

/** Somebody who is blocked or removed acts for this much longer at most. */
const lifetimeMs = 5_000;
/** The same for work that goes on by itself, of which asking would soon be the greater part. */
const backgroundLifetimeMs = 30_000;

/** Who acts. @throws `user_blocked`, or `profile_not_found` for somebody who is no member any more */
export type RequireActiveMember = (request: RequestContext) => Promise<Person>;

export function createActiveMemberCheck(people: PersonLoader, recent: RecentChanges): RequireActiveMember {
  const good = new Cache<Person>({ lifetimeMs, capacity: 10_000 });
  const goodForLonger = new Cache<Person>({ lifetimeMs: backgroundLifetimeMs, capacity: 1_000 });

  async function check({ actor, call }: RequestContext): Promise<Person> {
    const person = await people.load(actor, call);
    if (person.user.blocked) throw new ProblemError('user_blocked');
    return person;
  }

  /** What was done through one of the proxies counts at once. */
  async function hasChanged({ organizationId, userId }: Actor): Promise<boolean> {
    const change = (await recent.read(organizationId, [userId])).get(userId);
    return change?.blocked !== undefined || change?.removed !== undefined || change?.deleted !== undefined;
  }

  return async (request) => {
    const { actor, call } = request;
    if (await hasChanged(actor)) return check(request);
    const known = call.background ? goodForLonger : good;
    return known.get(JSON.stringify([actor.organizationId, actor.userId]), () => check(request));
  };
}
