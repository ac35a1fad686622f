/** Who else could manage an organization: the question behind the last-admin safeguard. */
import { OrganizationsClient } from 'auth0/organizations';
import { RolesClient } from 'auth0/roles';
import { UsersClient } from 'auth0/users';
import { z } from 'zod';
import type { Settings } from '../options.js';
import { allRows } from './all-rows.js';
import { Cache } from './cache.js';
import { asUnavailable, type CallContext } from './call.js';
import type { ManagementAccess } from './access.js';

export interface Administrators {
  /**
   * Whether this person can manage the organization and nobody else can. `permissions`: any of them makes a manager.
   * Roles that come through a group of the identity provider are not counted: the answer errs towards "the last one".
   */
  isLast(
    person: { readonly userId: string; readonly organizationId: string },
    permissions: readonly string[],
    context: CallContext,
  ): Promise<boolean>;
}

const named = z.object({ id: z.string() });
const rolesPage = z.object({ roles: z.array(named), total: z.number() });
const permissionsPage = z.object({
  permissions: z.array(z.object({ permission_name: z.string(), resource_server_identifier: z.string() })),
  total: z.number(),
});
const membersPage = z.object({
  members: z.array(z.object({ user_id: z.string(), roles: z.array(named).nullish() })),
  next: z.string().nullish(),
});
const memberRoles = z.object({ roles: z.array(named) });
const blockedUser = z.object({ blocked: z.boolean().nullish() });

const pageSize = 50;
/** Of members, until another manager is found. An organization whose first thousand hold none has to ask its vendor. */
const mostPages = 20;
const lifetimeMs = 60_000;

export function createAdministrators(
  { clientOptions, call }: ManagementAccess,
  { audience }: Settings,
): Administrators {
  const organizations = new OrganizationsClient(clientOptions);
  const roles = new RolesClient(clientOptions);
  const users = new UsersClient(clientOptions);
  const managing = new Cache<ReadonlySet<string>>({ lifetimeMs, capacity: 10 });

  const read = <T>(
    context: CallContext,
    answer: z.ZodType<T>,
    run: Parameters<typeof call<T>>[1]['run'],
  ): Promise<T> => call(context, { kind: 'read', answer, run });

  /** The ids of the roles that give one of the permissions on our API. */
  async function managingRoles(
    permissions: readonly string[],
    context: CallContext,
  ): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for await (const { id } of allRows((page) =>
      read(context, rolesPage, async (options) => {
        const query = { page, per_page: pageSize, include_totals: true };
        return (await roles.list(query, options)).response;
      }).then(({ roles: rows, total }) => ({ rows, total })),
    )) {
      for await (const row of allRows((page) =>
        read(context, permissionsPage, async (options) => {
          const query = { page, per_page: pageSize, include_totals: true };
          return (await roles.permissions.list(id, query, options)).response;
        }).then(({ permissions: rows, total }) => ({ rows, total })),
      )) {
        const ours = row.resource_server_identifier === audience;
        if (ours && permissions.includes(row.permission_name)) found.add(id);
      }
    }
    return found;
  }

  /** Read by id: the list of members lags behind, this does not. */
  async function manages(
    organizationId: string,
    userId: string,
    wanted: ReadonlySet<string>,
    context: CallContext,
  ): Promise<boolean> {
    const held = await read(context, memberRoles, async (options) => {
      const query = { page: 0, per_page: pageSize, include_totals: true };
      return (await organizations.members.roles.list(organizationId, userId, query, options)).response;
    });
    return held.roles.some(({ id }) => wanted.has(id));
  }

  async function isSomebodyElse(
    { userId, organizationId }: { userId: string; organizationId: string },
    wanted: ReadonlySet<string>,
    context: CallContext,
  ): Promise<boolean> {
    let from: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
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
        const key = JSON.stringify(permissions);
        const wanted = await managing.get(key, () => managingRoles(permissions, context));
        if (!(await manages(person.organizationId, person.userId, wanted, context))) return false;
        return !(await isSomebodyElse(person, wanted, context));
      } catch (reason) {
        throw asUnavailable(reason);
      }
    },
  };
}
