/** Finds users by email address, in batches. Search results lag writes by a few seconds. */
import { z } from 'zod';
import type { ManagementApi } from './api.js';
import { failUnavailable } from './auth0-refusal.js';
import type { CallContext } from './http.js';
import { anyOf, quoted } from './lucene.js';
import { lenient, lenientList } from './mappers/lenient.js';
import { jsonRows, offsetPage } from './rows.js';

export interface UsersByEmail {
  /** Returns the addresses, in lower case, that members of the organization have, with the members' ids. */
  ofMembers(
    organizationId: string,
    emails: readonly string[],
    context: CallContext,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Returns the addresses, in lower case, that users of one of these connections have, with the connection's name. */
  inConnections(
    connectionNames: readonly string[],
    emails: readonly string[],
    context: CallContext,
  ): Promise<ReadonlyMap<string, string>>;
  /** Returns the ids of all users that have this address. Doesn't lag. */
  holders(email: string, context: CallContext): Promise<readonly string[]>;
}

const userSchema = z.object({
  user_id: z.string(),
  email: z.string(),
  identities: lenientList(z.object({ connection: lenient(z.string()) })),
});

/** A search is a GET: as many of the longest addresses fit into its URL. */
const maxPerSearch = 20;

const idSchema = z.object({ user_id: z.string() });

export function createUsersByEmail(api: ManagementApi): UsersByEmail {
  async function search(condition: string, emails: readonly string[], context: CallContext) {
    const found: z.infer<typeof userSchema>[] = [];
    for (let from = 0; from < emails.length; from += maxPerSearch) {
      const q = `${condition} AND ${anyOf('email', emails.slice(from, from + maxPerSearch))}`;
      const fields = { fields: 'user_id,email,identities', include_fields: true };
      const { rows } = await api(context, {
        method: 'GET',
        path: ['users'],
        query: { q, search_engine: 'v3', ...offsetPage(0), ...fields },
        expect: jsonRows('users', userSchema),
      }).catch(failUnavailable);
      found.push(...rows);
    }
    return found;
  }

  return {
    ofMembers: async (organizationId, emails, context) => {
      const users = await search(`organization_id:${quoted(organizationId)}`, emails, context);
      const ids = new Map<string, readonly string[]>();
      for (const { email, user_id } of users) {
        const address = email.toLowerCase();
        ids.set(address, [...(ids.get(address) ?? []), user_id]);
      }
      return ids;
    },

    inConnections: async (names, emails, context) => {
      if (names.length === 0) return new Map();
      const users = await search(anyOf('identities.connection', names), emails, context);
      return new Map(
        users.map(({ email, identities }) => {
          const own = identities?.find(({ connection }) => connection !== null && names.includes(connection));
          return [email.toLowerCase(), own?.connection ?? ''];
        }),
      );
    },

    holders: async (email, context) => {
      const { rows } = await api(context, {
        method: 'GET',
        path: ['users-by-email'],
        query: { email, fields: 'user_id', include_fields: true },
        expect: jsonRows(null, idSchema),
      }).catch(failUnavailable);
      return rows.map(({ user_id }) => user_id);
    },
  };
}
