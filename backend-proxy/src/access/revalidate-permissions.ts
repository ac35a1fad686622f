/**
 * Access tokens outlive role changes. After a demotion, limits older tokens to the user's current permissions (one extra
 * call, demoted users only). A storage that was lost with the process knows no earlier demotion, so tokens from before are
 * limited too.
 */
import type { Actor } from './actor.js';
import type { CallContext } from '../management/index.js';
import type { HeldPermissions } from './held-permissions.js';
import type { Storage } from '../storage/storage.js';

/** Clocks differ, and a token issued during the demotion may still hold the old permissions. */
const graceSeconds = 60;

export type RevalidatePermissions = (actor: Actor, call: CallContext) => Promise<Actor>;

export function createPermissionRevalidation(
  { demotions, knownSince }: Pick<Storage, 'demotions' | 'knownSince'>,
  held: HeldPermissions,
): RevalidatePermissions {
  /** Whether the user may have lost a role without anyone remembering it. */
  async function isSuspect({ userId, organizationId, issuedAt }: Actor): Promise<boolean> {
    if (knownSince !== null && issuedAt <= knownSince / 1000 + graceSeconds) return true;
    const demotedAt = await demotions.last(organizationId, userId);
    return demotedAt !== null && issuedAt <= demotedAt + graceSeconds;
  }

  return async function revalidatePermissions(actor, call) {
    const { permissions } = actor;
    if (permissions.length === 0 || !(await isSuspect(actor))) return actor;
    const now = await held(actor, call);
    return { ...actor, permissions: permissions.filter((permission) => now.has(permission)) };
  };
}
