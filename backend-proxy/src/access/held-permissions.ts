/** Reads the permissions of a user's current roles. The ones in an access token may be hours old. */
import type { Actor } from './actor.js';
import { Cache } from '../management/cache.js';
import type { CallContext, Management } from '../management/index.js';
import type { RecentChanges } from '../storage/storage.js';

/** How long permissions are cached; the upper bound on access after a role was removed at Auth0. */
const lifetimeMs = 30_000;

export type HeldPermissions = (actor: Actor, call: CallContext) => Promise<ReadonlySet<string>>;

export function createHeldPermissions(
  { members, roles }: Management,
  recent: RecentChanges,
): HeldPermissions {
  const known = new Cache<ReadonlySet<string>>({ lifetimeMs, capacity: 1_000 });

  async function read({ organizationId, userId }: Actor, call: CallContext): Promise<ReadonlySet<string>> {
    const held = await members.effectiveRoles(organizationId, userId, call);
    const permissions = await Promise.all(held.map(({ id }) => roles.permissions(id, call)));
    return new Set(permissions.flat());
  }

  return async (actor, call) => {
    const { organizationId, userId } = actor;
    // Changes made through a proxy that shares the storage count at once.
    const change = (await recent.read(organizationId, [userId])).get(userId);
    if (change?.roles !== undefined) return read(actor, call);
    return known.get(JSON.stringify([organizationId, userId]), () => read(actor, call));
  };
}
