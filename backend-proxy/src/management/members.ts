import { OrganizationsClient } from 'auth0/organizations';
import { z } from 'zod';
import { asUnavailable, type CallContext } from './call.js';
import type { ManagementAccess } from './access.js';

export interface Members {
  /** The names of the roles assigned to a member in the organization. At most 50, so one page holds them all. */
  roleNames(organizationId: string, userId: string, context: CallContext): Promise<readonly string[]>;
}

const rolesPage = z.object({ roles: z.array(z.object({ name: z.string() })) });

export function createMembers({ clientOptions, call }: ManagementAccess): Members {
  const client = new OrganizationsClient(clientOptions);
  return {
    roleNames: async (organizationId, userId, context) => {
      const answer = await call(context, {
        kind: 'read',
        answer: rolesPage,
        run: async (options) =>
          (await client.members.roles.list(organizationId, userId, { page: 0, per_page: 50 }, options))
            .response,
      }).catch((reason: unknown) => {
        throw asUnavailable(reason);
      });
      return answer.roles.map((role) => role.name);
    },
  };
}
