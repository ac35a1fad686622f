/**
 * A token says what somebody could do when it was issued, and lives on for hours. Once they have lost a role, those from
 * before are good for no more than the roles they have now. That costs a call for them, and for nobody else.
 */
import type { Actor } from './actor.js';
import type { CallContext } from '../management/index.js';
import type { HeldPermissions } from './held-permissions.js';
import type { Demotions } from '../storage/storage.js';

/** Clocks differ, and a token that is being issued at that moment may still say what was. */
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
