import { UsersClient } from 'auth0/users';
import { z } from 'zod';
import { asUnavailable, type CallContext } from './call.js';
import type { ManagementAccess } from './access.js';
import { anyOf, quoted } from './lucene.js';
import { toUser, userSchema, type User } from './mappers/user.js';

export interface UsersById {
  /**
   * Those of the people who are members, in one search for each handful. Auth0's search lags a few seconds behind: what
   * is done about somebody is decided by a read of its own.
   */
  members(organizationId: string, userIds: readonly string[], context: CallContext): Promise<readonly User[]>;
}

const usersPage = z.object({ users: z.array(userSchema) });

/** So many ids of the longest kind still fit into the address of a GET. */
const maxPerSearch = 25;
const pageSize = 50;

export function createUsersById({ clientOptions, call }: ManagementAccess): UsersById {
  const client = new UsersClient(clientOptions);
  return {
    members: async (organizationId, userIds, context) => {
      const found: User[] = [];
      for (let from = 0; from < userIds.length; from += maxPerSearch) {
        const some = anyOf('user_id', userIds.slice(from, from + maxPerSearch));
        const query = {
          q: `organization_id:${quoted(organizationId)} AND ${some}`,
          search_engine: 'v3' as const,
          per_page: pageSize,
          include_totals: true,
        };
        const { users } = await call(context, {
          kind: 'read',
          answer: usersPage,
          run: async (options) => (await client.list(query, options)).response,
        }).catch((reason: unknown) => {
          throw asUnavailable(reason);
        });
        found.push(...users.map(toUser));
      }
      return found;
    },
  };
}
