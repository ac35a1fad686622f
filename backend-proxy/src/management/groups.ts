/** Groups of identity providers. Their members inherit the roles that a group has in an organization. */
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';
import type { ManagementApi } from './api.js';
import { Auth0Refusal, failUnavailable } from './auth0-refusal.js';
import type { CallContext } from './http.js';
import { jsonRows, pageSize, type Rows } from './rows.js';
import type { CreateSharedCache } from './shared-cache.js';

export interface Groups {
  /**
   * Returns the ids of the groups that are assigned to an organization: none if the tenant has no groups, `null` if the
   * proxy's application can't read them.
   */
  ofOrganization(organizationId: string, context: CallContext): Promise<readonly string[] | null>;
  /** Returns the ids of the roles that a group has in an organization. */
  roles(organizationId: string, groupId: string, context: CallContext): Promise<readonly string[]>;
  /** Returns the ids of the group's members, in whatever organizations they are. */
  members(groupId: string, context: CallContext): Promise<readonly string[]>;
}

const rowSchema = z.object({ id: z.string() });
/** A group of a directory can contain other groups, which Auth0 doesn't resolve here. */
const memberSchema = z.object({ id: z.string(), member_type: z.literal('user').optional() });

const lifetimeMs = 60_000;
/** Rows beyond these pages aren't found. */
const maxPages = 20;

export function createGroups(api: ManagementApi, createCache: CreateSharedCache): Groups {
  const known = createCache<readonly string[] | null>({
    name: 'groups of organizations',
    lifetimeMs,
    capacity: 10_000,
  });

  async function list(
    path: readonly string[],
    property: string,
    row: z.ZodType<{ readonly id: string }>,
    context: CallContext,
  ): Promise<readonly string[]> {
    const ids: string[] = [];
    let from: string | null = null;
    for (let page = 0; page < maxPages; page += 1) {
      const { rows, next }: Rows<{ readonly id: string }> = await api(context, {
        method: 'GET',
        path,
        query: { take: pageSize, from },
        dependsOnPlan: true,
        expect: jsonRows(property, row),
      });
      ids.push(...rows.map(({ id }) => id));
      if (next === null) break;
      from = next;
    }
    return ids;
  }

  const loadGroups = (organizationId: string, context: CallContext) =>
    list(['organizations', organizationId, 'groups'], 'groups', rowSchema, context).catch(
      (reason: unknown) => {
        if (reason instanceof Auth0Refusal) return [];
        if (reason instanceof ProblemError && reason.code === 'upstream_refused') return null;
        throw reason;
      },
    );

  return {
    ofOrganization: (organizationId, context) =>
      known.get(organizationId, () => loadGroups(organizationId, context)),
    roles: (organizationId, groupId, context) =>
      list(['organizations', organizationId, 'groups', groupId, 'roles'], 'roles', rowSchema, context).catch(
        failUnavailable,
      ),
    members: (groupId, context) =>
      list(['groups', groupId, 'members'], 'members', memberSchema, context).catch(failUnavailable),
  };
}
