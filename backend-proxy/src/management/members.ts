/** Members of an organization, and their roles in it. */
import { z } from 'zod';
import { isProfileNotFound, ProblemError } from '../http/problem-error.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, Auth0Refusal, isNotFound } from './auth0-refusal.js';
import { empty } from './expected-response.js';
import type { CallContext } from './http.js';
import { lenient, lenientList } from './mappers/lenient.js';
import { orLookUp, untilGone } from './outcome.js';
import { jsonRows, offsetPage, pageSize } from './rows.js';
import type { Users } from './users.js';

export interface MemberRole {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Assigned to the member; otherwise inherited through a group of the identity provider. */
  readonly direct: boolean;
}

export interface Members {
  /**
   * Returns every role a member has in the organization, with those inherited through groups if the tenant offers them.
   * @throws {ProblemError} `profile_not_found`
   */
  effectiveRoles(
    organizationId: string,
    userId: string,
    context: CallContext,
  ): Promise<readonly MemberRole[]>;
  /** Removes the user from the organization. Succeeds if they aren't a member. */
  remove(organizationId: string, userId: string, context: CallContext): Promise<void>;
  /** @throws {ProblemError} `value_refused` beyond 50 roles, `profile_not_found` */
  addRoles(
    organizationId: string,
    userId: string,
    roleIds: readonly string[],
    context: CallContext,
  ): Promise<void>;
  /** @throws {ProblemError} `profile_not_found` */
  removeRoles(
    organizationId: string,
    userId: string,
    roleIds: readonly string[],
    context: CallContext,
  ): Promise<void>;
}

const roleSchema = z.object({
  id: z.string(),
  name: lenient(z.string()),
  description: lenient(z.string()),
  sources: lenientList(z.string()),
});

export function createMembers(api: ManagementApi, { membership }: Pick<Users, 'membership'>): Members {
  const rolesPath = (organizationId: string, userId: string, list = 'roles') =>
    ['organizations', organizationId, 'members', userId, list] as const;

  const readAssigned = (organizationId: string, userId: string, context: CallContext) =>
    api(context, {
      method: 'GET',
      path: rolesPath(organizationId, userId),
      query: offsetPage(0),
      expect: jsonRows('roles', roleSchema),
    });

  /** Effective roles are newer than roles: falls back to assigned roles where the tenant or the token lacks them. */
  const readEffective = (organizationId: string, userId: string, context: CallContext) =>
    api(context, {
      method: 'GET',
      path: rolesPath(organizationId, userId, 'effective-roles'),
      query: { take: pageSize },
      dependsOnPlan: true,
      expect: jsonRows('roles', roleSchema),
    }).catch((reason: unknown) => {
      const lacksScope = reason instanceof ProblemError && reason.code === 'upstream_refused';
      if (!lacksScope && !(reason instanceof Auth0Refusal)) throw reason;
      return readAssigned(organizationId, userId, context);
    });

  const writeRoles = async (
    method: 'POST' | 'DELETE',
    [organizationId, userId]: readonly [string, string],
    roleIds: readonly string[],
    context: CallContext,
  ): Promise<void> => {
    const write = api(context, {
      method,
      path: rolesPath(organizationId, userId),
      body: { roles: roleIds },
      expect: empty(204),
    });
    await orLookUp(
      write.then(() => true),
      async () => {
        const { rows } = await readAssigned(organizationId, userId, context);
        const held = new Set(rows.map(({ id }) => id));
        return roleIds.every((id) => held.has(id) === (method === 'POST')) || null;
      },
    ).catch(refuseRoles);
  };

  return {
    effectiveRoles: async (organizationId, userId, context) => {
      const { rows } = await readEffective(organizationId, userId, context).catch(refuseRoles);
      return rows.map(({ id, name, description, sources }) => ({
        id,
        name: name ?? id,
        description,
        direct: sources?.includes('direct') ?? true,
      }));
    },

    remove: (organizationId, userId, context) =>
      untilGone(
        api(context, {
          method: 'DELETE',
          path: ['organizations', organizationId, 'members'],
          body: { members: [userId] },
          expect: empty(204),
        }),
        () => membership(userId, organizationId, context).then((found) => found === null, isProfileNotFound),
      ),

    addRoles: (organizationId, userId, roleIds, context) =>
      writeRoles('POST', [organizationId, userId], roleIds, context),

    removeRoles: (organizationId, userId, roleIds, context) =>
      writeRoles('DELETE', [organizationId, userId], roleIds, context),
  };
}

function refuseRoles(reason: unknown): never {
  if (isNotFound(reason)) throw new ProblemError('profile_not_found');
  const refused = reason instanceof Auth0Refusal && reason.status === 409;
  throw refused ? new ProblemError('value_refused', { cause: reason }) : asUnavailable(reason);
}
