/** Who else could manage an organization: the question behind the last-admin safeguard. */
import { OrganizationsClient } from 'auth0/organizations';
import { UsersClient } from 'auth0/users';
import { z } from 'zod';
import { asUnavailable, type CallContext } from './call.js';
import type { ManagementAccess } from './access.js';
import type { Members } from './members.js';
import type { Roles } from './roles.js';

export interface Administrators {
  /**
   * Whether this person can manage the organization and nobody else can. `permissions`: any of them makes a manager.
   * Others who are managers only through a group of the identity provider are not found: the answer errs towards "the last
   * one".
   */
  isLast(
    person: { readonly userId: string; readonly organizationId: string },
    permissions: readonly string[],
    context: CallContext,
  ): Promise<boolean>;
}

const membersPage = z.object({
  members: z.array(z.object({ user_id: z.string(), roles: z.array(z.object({ id: z.string() })).nullish() })),
  next: z.string().nullish(),
});
const blockedUser = z.object({ blocked: z.boolean().nullish() });

const pageSize = 50;
/** Of members, until another manager is found. An organization whose first thousand hold none has to ask its vendor. */
const maxPages = 20;

export function createAdministrators(
  { clientOptions, call }: ManagementAccess,
  roles: Roles,
  { effectiveRoles }: Members,
): Administrators {
  const organizations = new OrganizationsClient(clientOptions);
  const users = new UsersClient(clientOptions);

  const read = <T>(
    context: CallContext,
    answer: z.ZodType<T>,
    run: Parameters<typeof call<T>>[1]['run'],
  ): Promise<T> => call(context, { kind: 'read', answer, run });

  /** The ids of the roles that give one of the permissions on our API. */
  async function managingRoles(
    wanted: readonly string[],
    context: CallContext,
  ): Promise<ReadonlySet<string>> {
    const all = await roles.list(context);
    const given = await Promise.all(all.map(({ id }) => roles.permissions(id, context)));
    const manages = (permissions: readonly string[]) => permissions.some((one) => wanted.includes(one));
    return new Set(all.filter((_, index) => manages(given[index] ?? [])).map(({ id }) => id));
  }

  /** Read by id: the list of members lags behind, this does not. */
  async function manages(
    organizationId: string,
    userId: string,
    wanted: ReadonlySet<string>,
    context: CallContext,
  ): Promise<boolean> {
    const held = await effectiveRoles(organizationId, userId, context);
    return held.some(({ id }) => wanted.has(id));
  }

  async function isSomebodyElse(
    { userId, organizationId }: { userId: string; organizationId: string },
    wanted: ReadonlySet<string>,
    context: CallContext,
  ): Promise<boolean> {
    let from: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const { members, next } = await read(context, membersPage, async (options) => {
        const query = { take: pageSize, fields: 'user_id,roles', ...(from && { from }) };
        return (await organizations.members.list(organizationId, query, options)).response;
      });
      for (const candidate of members) {
        const listed = candidate.roles?.some(({ id }) => wanted.has(id)) ?? false;
        if (!listed || candidate.user_id === userId) continue;
        const user = await read(context, blockedUser, (options) =>
          users.get(candidate.user_id, { fields: 'blocked', include_fields: true }, options),
        ).catch(() => ({ blocked: true }));
        if (
          !user.blocked &&
          (await manages(organizationId, candidate.user_id, wanted, context).catch(() => false))
        )
          return true;
      }
      if (!next) return false;
      from = next;
    }
    return false;
  }

  return {
    isLast: async (person, permissions, context) => {
      try {
        const wanted = await managingRoles(permissions, context);
        if (!(await manages(person.organizationId, person.userId, wanted, context))) return false;
        return !(await isSomebodyElse(person, wanted, context));
      } catch (reason) {
        throw asUnavailable(reason);
      }
    },
  };
}
