/**
 * Refresh tokens under their older name, which every plan has.
 * https://auth0.com/docs/secure/tokens/refresh-tokens/revoke-refresh-tokens
 */
import { DeviceCredentialsClient } from 'auth0/deviceCredentials';
import { z } from 'zod';
import type { ManagementAccess } from './access.js';
import { allRows } from './all-rows.js';
import { Auth0Refusal, asUnavailable, type CallContext } from './call.js';
import { done, mediaTypeOf } from './empty-response.js';

export interface RefreshTokens {
  /** Revokes every one the person has, one by one, and answers how many there were. */
  revokeAll(userId: string, context: CallContext): Promise<number>;
}

/** Asked for one by one: without a type Auth0 pages through neither, and leaves out those that rotate. */
const types = ['rotating_refresh_token', 'refresh_token'] as const;
const page = z.object({ device_credentials: z.array(z.object({ id: z.string() })), total: z.number() });
const pageSize = 50;

export function createRefreshTokens({ clientOptions, call }: ManagementAccess): RefreshTokens {
  const client = new DeviceCredentialsClient(clientOptions);

  const readPage = (userId: string, type: (typeof types)[number], pageNumber: number, context: CallContext) =>
    call(context, {
      kind: 'read',
      answer: page,
      run: async (options) => {
        const query = { user_id: userId, type, page: pageNumber, per_page: pageSize, include_totals: true };
        return (await client.list(query, options)).response;
      },
    }).then(({ device_credentials: rows, total }) => ({ rows, total }));

  const revoke = (id: string, context: CallContext) =>
    call(context, {
      kind: 'write',
      answer: done,
      run: (options) => mediaTypeOf(client.delete(id, options)),
    }).catch((reason: unknown) => {
      if (!(reason instanceof Auth0Refusal && reason.status === 404)) throw reason;
    });

  async function revokeAll(userId: string, context: CallContext): Promise<number> {
    const ids: string[] = [];
    for (const type of types) {
      for await (const { id } of allRows((number) => readPage(userId, type, number, context))) ids.push(id);
    }
    for (const id of ids) await revoke(id, context);
    return ids.length;
  }

  return {
    revokeAll: (userId, context) =>
      revokeAll(userId, context).catch((reason: unknown) => {
        throw asUnavailable(reason);
      }),
  };
}
