/** Who has one of many addresses, in one search for each handful. Auth0's search lags a few seconds behind. */
import { UsersClient } from 'auth0/users';
import { z } from 'zod';
import { asUnavailable, type CallContext } from './call.js';
import type { ManagementAccess } from './access.js';
import { anyOf, quoted } from './lucene.js';

export interface UsersByEmail {
  /** Those of the addresses that members of the organization have, in lower case. */
  ofMembers(
    organizationId: string,
    emails: readonly string[],
    context: CallContext,
  ): Promise<ReadonlySet<string>>;
  /** Those that people of one of these connections have, in lower case, with the connection's name. */
  inConnections(
    connectionNames: readonly string[],
    emails: readonly string[],
    context: CallContext,
  ): Promise<ReadonlyMap<string, string>>;
  /** The ids of everybody who has this address, at this moment: this does not lag. */
  holders(email: string, context: CallContext): Promise<readonly string[]>;
}

const usersPage = z.object({
  users: z.array(
    z.object({
      email: z.string().nullish(),
      identities: z.array(z.object({ connection: z.string() })).nullish(),
    }),
  ),
});
const holdersList = z.array(z.object({ user_id: z.string() }));

/** A search is a GET: so many of the longest addresses still fit into its address. */
const maxPerSearch = 20;
const pageSize = 50;

export function createUsersByEmail({ clientOptions, call }: ManagementAccess): UsersByEmail {
  const client = new UsersClient(clientOptions);

  async function search(condition: string, emails: readonly string[], context: CallContext) {
    const found: z.infer<typeof usersPage>['users'] = [];
    for (let from = 0; from < emails.length; from += maxPerSearch) {
      const q = `${condition} AND ${anyOf('email', emails.slice(from, from + maxPerSearch))}`;
      const { users } = await call(context, {
        kind: 'read',
        answer: usersPage,
        run: async (options) => {
          const fields = { fields: 'user_id,email,identities', include_fields: true };
          const query = { q, search_engine: 'v3' as const, per_page: pageSize, include_totals: true };
          return (await client.list({ ...query, ...fields }, options)).response;
        },
      }).catch((reason: unknown) => {
        throw asUnavailable(reason);
      });
      found.push(...users);
    }
    return found;
  }

  return {
    ofMembers: async (organizationId, emails, context) => {
      const users = await search(`organization_id:${quoted(organizationId)}`, emails, context);
      return new Set(users.map(({ email }) => email?.toLowerCase() ?? ''));
    },

    inConnections: async (names, emails, context) => {
      if (names.length === 0) return new Map();
      const users = await search(anyOf('identities.connection', names), emails, context);
      return new Map(
        users.map(({ email, identities }) => [
          email?.toLowerCase() ?? '',
          identities?.find(({ connection }) => names.includes(connection))?.connection ?? '',
        ]),
      );
    },

    holders: async (email, context) => {
      const users = await call(context, {
        kind: 'read',
        answer: holdersList,
        run: (options) =>
          client.listUsersByEmail({ email, fields: 'user_id', include_fields: true }, options),
      }).catch((reason: unknown) => {
        throw asUnavailable(reason);
      });
      return users.map(({ user_id }) => user_id);
    },
  };
}
