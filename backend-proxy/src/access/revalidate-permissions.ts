/**
 * Access tokens outlive role changes. After a demotion, limits older tokens to the user's current permissions (one extra
 * call, demoted users only).
 */
import type { Actor } from './actor.js';
import type { CallContext } from '../management/index.js';
import type { HeldPermissions } from './held-permissions.js';
import type { Demotions } from '../storage/storage.js';

/** Clocks differ, and a token issued during the demotion may still hold the old permissions. */
const graceSeconds = 60;

export type RevalidatePermissions = (actor: Actor, call: CallContext) => Promise<Actor>;

export function createPermissionRevalidation(
  demotions: Demotions,
  held: HeldPermissions,
): RevalidatePermissions {
  return async function revalidatePermissions(actor, call) {
    const { userId, organizationId, permissions, issuedAt } = actor;
    if (permissions.length === 0) return actor;
    const demotedAt = await demotions.last(organizationId, userId);
    if (demotedAt === null || issuedAt > demotedAt + graceSeconds) return actor;
    const now = await held(actor, call);
    return { ...actor, permissions: permissions.filter((permission) => now.has(permission)) };
  };
}
