import { OrganizationsClient } from 'auth0/organizations';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.js';
import { asUnavailable, Auth0Refusal, type CallContext, type RequestOptions } from './call.js';
import { done, mediaTypeOf, type Answered } from './empty-response.js';
import type { ManagementAccess } from './access.js';

export interface MemberRole {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Given to the person; otherwise it comes through a group of the identity provider. */
  readonly direct: boolean;
}

export interface Members {
  /** Every role a member has in the organization, those through groups as well where the tenant tells of them. @throws ProblemError `profile_not_found` */
  effectiveRoles(
    organizationId: string,
    userId: string,
    context: CallContext,
  ): Promise<readonly MemberRole[]>;
  /** The names of the roles assigned to a member in the organization. At most 50, so one page holds them all. */
  roleNames(organizationId: string, userId: string, context: CallContext): Promise<readonly string[]>;
  /** Takes the person out of the organization; one who is no member is a success. Auth0 takes at most ten at once. */
  remove(organizationId: string, userId: string, context: CallContext): Promise<void>;
  /** @throws ProblemError `value_refused` beyond the 50 roles that a member can have */
  addRoles(
    organizationId: string,
    userId: string,
    roleIds: readonly string[],
    context: CallContext,
  ): Promise<void>;
  removeRoles(
    organizationId: string,
    userId: string,
    roleIds: readonly string[],
    context: CallContext,
  ): Promise<void>;
}

const rolesPage = z.object({ roles: z.array(z.object({ name: z.string() })) });
const effectivePage = z.object({
  roles: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string().nullish(),
      sources: z.array(z.string()).nullish(),
    }),
  ),
});

export function createMembers({ clientOptions, call }: ManagementAccess): Members {
  const client = new OrganizationsClient(clientOptions);

  const query = { page: 0, per_page: 50 };
  /** Roles through groups are a newer thing than roles: a tenant without it, or a token without its scope, is asked for the others. */
  const readEffective = (organizationId: string, userId: string, context: CallContext) =>
    call(context, {
      kind: 'read',
      dependsOnPlan: true,
      answer: effectivePage,
      run: async (options) =>
        (await client.members.effectiveRoles.list(organizationId, userId, { take: 50 }, options)).response,
    }).catch((reason: unknown) => {
      const outOfReach = reason instanceof ProblemError && reason.code === 'upstream_refused';
      if (!outOfReach && !(reason instanceof Auth0Refusal)) throw reason;
      return call(context, {
        kind: 'read',
        answer: effectivePage,
        run: async (options) =>
          (await client.members.roles.list(organizationId, userId, query, options)).response,
      });
    });

  const write = async (context: CallContext, start: (options: RequestOptions) => Answered) => {
    const run = (options: RequestOptions) => mediaTypeOf(start(options));
    await call(context, { kind: 'write', answer: done, run });
  };

  return {
    effectiveRoles: async (organizationId, userId, context) => {
      const { roles } = await readEffective(organizationId, userId, context).catch(refuseRoles);
      return roles.map(({ id, name, description, sources }) => ({
        id,
        name,
        description: description ?? null,
        direct: sources?.includes('direct') ?? true,
      }));
    },

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

    remove: async (organizationId, userId, context) => {
      await write(context, (options) =>
        client.members.delete(organizationId, { members: [userId] }, options),
      ).catch((reason: unknown) => {
        if (!(reason instanceof Auth0Refusal && reason.status === 404)) throw asUnavailable(reason);
      });
    },

    addRoles: (organizationId, userId, roleIds, context) =>
      write(context, (options) =>
        client.members.roles.assign(organizationId, userId, { roles: [...roleIds] }, options),
      ).catch(refuseRoles),

    removeRoles: (organizationId, userId, roleIds, context) =>
      write(context, (options) =>
        client.members.roles.delete(organizationId, userId, { roles: [...roleIds] }, options),
      ).catch(refuseRoles),
  };
}

function refuseRoles(reason: unknown): never {
  if (reason instanceof Auth0Refusal && reason.status === 404) throw new ProblemError('profile_not_found');
  const refused = reason instanceof Auth0Refusal && reason.status === 409;
  throw refused ? new ProblemError('value_refused', { cause: reason }) : asUnavailable(reason);
}
