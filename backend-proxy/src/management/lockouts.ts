/**
 * Who is locked out by brute-force protection. That is not a block: neither lifts the other.
 * https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
import { UserBlocksClient } from 'auth0/userBlocks';
import { z } from 'zod';
import type { ManagementAccess } from './access.js';
import { Auth0Refusal, asUnavailable, type CallContext } from './call.js';
import { done, mediaTypeOf } from './empty-response.js';

/** Auth0 counts failed sign-ins by identifier and address. */
export interface Lockout {
  readonly identifier: string;
  readonly ip: string | null;
}

export interface Lockouts {
  list(userId: string, context: CallContext): Promise<readonly Lockout[]>;
  /** Somebody who is not locked out, or gone, is a success. */
  clear(userId: string, context: CallContext): Promise<void>;
}

const blocks = z.object({
  blocked_for: z.array(z.object({ identifier: z.string(), ip: z.string().nullish() })).nullish(),
});

export function createLockouts({ clientOptions, call }: ManagementAccess): Lockouts {
  const client = new UserBlocksClient(clientOptions);
  return {
    list: async (userId, context) => {
      const { blocked_for } = await call(context, {
        kind: 'read',
        answer: blocks,
        run: (options) => client.list(userId, {}, options),
      }).catch(noneIfGone);
      return (blocked_for ?? []).map(({ identifier, ip }) => ({ identifier, ip: ip ?? null }));
    },

    clear: async (userId, context) => {
      await call(context, {
        kind: 'write',
        answer: done,
        run: (options) => mediaTypeOf(client.delete(userId, options)),
      }).catch(noneIfGone);
    },
  };
}

function noneIfGone(reason: unknown): { readonly blocked_for?: null } {
  if (reason instanceof Auth0Refusal && reason.status === 404) return {};
  throw asUnavailable(reason);
}
