/**
 * Refresh tokens as device credentials, the older endpoints that every plan has.
 * https://auth0.com/docs/secure/tokens/refresh-tokens/revoke-refresh-tokens
 */
import { z } from 'zod';
import type { ManagementApi } from './api.js';
import { failUnavailable } from './auth0-refusal.js';
import { empty } from './expected-response.js';
import type { CallContext } from './http.js';
import { untilGone } from './outcome.js';
import { allRows, jsonRows, offsetPage } from './rows.js';

export interface RefreshTokens {
  /** Revokes every refresh token of the user, one call each, and returns how many there were. */
  revokeAll(userId: string, context: CallContext): Promise<number>;
  /** Returns whether the user has no refresh tokens. */
  hasNone(userId: string, context: CallContext): Promise<boolean>;
}

/** Listed by type: without one, Auth0 ignores paging and leaves out rotating tokens. */
const types = ['rotating_refresh_token', 'refresh_token'] as const;
const credentialSchema = z.object({ id: z.string() });

export function createRefreshTokens(api: ManagementApi): RefreshTokens {
  async function idsOf(userId: string, context: CallContext): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const type of types) {
      const readPage = (page: number) =>
        api(context, {
          method: 'GET',
          path: ['device-credentials'],
          query: { user_id: userId, type, ...offsetPage(page) },
          expect: jsonRows('device_credentials', credentialSchema),
        }).catch(failUnavailable);
      for await (const { id } of allRows(readPage)) ids.push(id);
    }
    return ids;
  }

  return {
    revokeAll: async (userId, context) => {
      const ids = await idsOf(userId, context);
      for (const id of ids) {
        const request = { method: 'DELETE', path: ['device-credentials', id], expect: empty(204) } as const;
        await untilGone(api(context, request), async () => !(await idsOf(userId, context)).includes(id));
      }
      return ids.length;
    },

    hasNone: async (userId, context) => (await idsOf(userId, context)).length === 0,
  };
}
