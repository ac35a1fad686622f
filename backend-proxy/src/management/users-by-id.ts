/** Finds members by user id, in batches. Search results lag writes by a few seconds. */
import type { ManagementApi } from './api.js';
import { failUnavailable } from './auth0-refusal.js';
import type { CallContext } from './http.js';
import { anyOf, quoted } from './lucene.js';
import { toUser, userSchema, type User } from './mappers/user.js';
import { jsonRows, offsetPage } from './rows.js';

export interface UsersById {
  /** Returns the users that are members of the organization. Decisions about one of them need a read of its own. */
  members(organizationId: string, userIds: readonly string[], context: CallContext): Promise<readonly User[]>;
}

/** A search is a GET: as many of the longest ids fit into its URL. */
const maxPerSearch = 25;

export function createUsersById(api: ManagementApi): UsersById {
  return {
    members: async (organizationId, userIds, context) => {
      const found: User[] = [];
      for (let from = 0; from < userIds.length; from += maxPerSearch) {
        const some = anyOf('user_id', userIds.slice(from, from + maxPerSearch));
        const q = `organization_id:${quoted(organizationId)} AND ${some}`;
        const { rows } = await api(context, {
          method: 'GET',
          path: ['users'],
          query: { q, search_engine: 'v3', ...offsetPage(0) },
          expect: jsonRows('users', userSchema),
        }).catch(failUnavailable);
        found.push(...rows.map(toUser));
      }
      return found;
    },
  };
}
