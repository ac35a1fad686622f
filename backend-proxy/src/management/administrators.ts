/** Finds other administrators of an organization, for the last-admin safeguard. */
import { z } from 'zod';
import type { ManagementApi } from './api.js';
import { asUnavailable } from './auth0-refusal.js';
import { json } from './expected-response.js';
import type { CallContext } from './http.js';
import { lenientList } from './mappers/lenient.js';
import type { Members } from './members.js';
import type { Roles } from './roles.js';
import { jsonRows, pageSize } from './rows.js';

export interface Administrators {
  /**
   * Returns whether this user is the organization's only administrator. Administrators only through a group of the identity
   * provider aren't found, so the result errs towards `true`.
   * @param permissions - Any of them makes an administrator.
   */
  isLast(
    member: { readonly userId: string; readonly organizationId: string },
    permissions: readonly string[],
    context: CallContext,
  ): Promise<boolean>;
}

const memberSchema = z.object({ user_id: z.string(), roles: lenientList(z.object({ id: z.string() })) });
// A value of another shape counts as blocked: an administrator who may be locked out doesn't count.
const blockedSchema = z.object({ blocked: z.boolean().nullish().catch(true) });

/** Pages of members that are searched. An administrator beyond them isn't found. */
const maxPages = 20;

export function createAdministrators(
  api: ManagementApi,
  roles: Roles,
  { effectiveRoles }: Members,
): Administrators {
  /** Returns the ids of the roles with one of the permissions at our API. */
  async function administratorRoles(
    permissions: readonly string[],
    context: CallContext,
  ): Promise<ReadonlySet<string>> {
    const all = await roles.list(context);
    const held = await Promise.all(all.map(({ id }) => roles.permissions(id, context)));
    const isAdministrator = (names: readonly string[] = []) =>
      names.some((name) => permissions.includes(name));
    return new Set(all.filter((_, index) => isAdministrator(held[index])).map(({ id }) => id));
  }

  /** Reads the user by id, because the list of members lags behind writes. */
  async function isAdministrator(
    organizationId: string,
    userId: string,
    roleIds: ReadonlySet<string>,
    context: CallContext,
  ): Promise<boolean> {
    const held = await effectiveRoles(organizationId, userId, context);
    return held.some(({ id }) => roleIds.has(id));
  }

  async function isBlocked(userId: string, context: CallContext): Promise<boolean> {
    const { blocked } = await api(context, {
      method: 'GET',
      path: ['users', userId],
      query: { fields: 'blocked', include_fields: true },
      expect: json(blockedSchema),
    });
    return blocked === true;
  }

  async function hasAnother(
    { userId, organizationId }: { readonly userId: string; readonly organizationId: string },
    roleIds: ReadonlySet<string>,
    context: CallContext,
  ): Promise<boolean> {
    let from: string | null = null;
    for (let page = 0; page < maxPages; page += 1) {
      const { rows, next }: { rows: readonly z.infer<typeof memberSchema>[]; next: string | null } =
        await api(context, {
          method: 'GET',
          path: ['organizations', organizationId, 'members'],
          query: { take: pageSize, fields: 'user_id,roles', from },
          expect: jsonRows('members', memberSchema),
        });
      for (const candidate of rows) {
        const isListed = candidate.roles?.some(({ id }) => roleIds.has(id)) ?? false;
        if (!isListed || candidate.user_id === userId) continue;
        if (await isBlocked(candidate.user_id, context).catch(() => true)) continue;
        const check = isAdministrator(organizationId, candidate.user_id, roleIds, context);
        if (await check.catch(() => false)) return true;
      }
      if (next === null) return false;
      from = next;
    }
    return false;
  }

  return {
    isLast: async (member, permissions, context) => {
      try {
        const roleIds = await administratorRoles(permissions, context);
        if (!(await isAdministrator(member.organizationId, member.userId, roleIds, context))) return false;
        return !(await hasAnother(member, roleIds, context));
      } catch (reason) {
        throw asUnavailable(reason);
      }
    },
  };
}
