/**
 * Lockouts by brute-force protection. They are not blocks: neither lifts the other.
 * https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
import { z } from 'zod';
import type { ManagementApi } from './api.js';
import { asUnavailable, isNotFound } from './auth0-refusal.js';
import { empty, json } from './expected-response.js';
import type { CallContext } from './http.js';
import { fittingRows, lenient } from './mappers/lenient.js';
import { untilGone } from './outcome.js';

/** Auth0 counts failed sign-ins by identifier and IP address. */
export interface Lockout {
  readonly identifier: string;
  readonly ip: string | null;
}

export interface Lockouts {
  list(userId: string, context: CallContext): Promise<readonly Lockout[]>;
  /** Succeeds if the user isn't locked out or doesn't exist. */
  clear(userId: string, context: CallContext): Promise<void>;
}

const blocksSchema = z.object({ blocked_for: z.array(z.unknown()).nullish() });
const blockSchema = z.object({ identifier: z.string(), ip: lenient(z.string()) });

export function createLockouts(api: ManagementApi): Lockouts {
  const readBlocks = async (userId: string, context: CallContext): Promise<readonly unknown[]> => {
    const request = { method: 'GET', path: ['user-blocks', userId], expect: json(blocksSchema) } as const;
    const { blocked_for } = await api(context, request).catch((reason: unknown) => {
      if (isNotFound(reason)) return { blocked_for: [] };
      throw asUnavailable(reason);
    });
    return blocked_for ?? [];
  };

  return {
    list: async (userId, context) => fittingRows(blockSchema, await readBlocks(userId, context)),

    clear: (userId, context) =>
      untilGone(
        api(context, { method: 'DELETE', path: ['user-blocks', userId], expect: empty(204) }),
        async () => (await readBlocks(userId, context)).length === 0,
      ),
  };
}
