/** The member list, and the roles that can be assigned. */
import type { Context } from 'hono';
import { z } from 'zod';
import {
  memberFilters,
  memberSorts,
  type AssignableRole,
  type RoleName,
  type RoleList,
} from '../../../src/contract/index.js';
import { searchable } from '../../../src/policy/index.js';
import { listMembers } from '../members/list.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { judgeRoles } from '../access/assignable-roles.js';
import { ProblemError } from '../http/problem-error.js';
import type { Services } from '../services.js';

const maxRows = 50;
const text = z.string().max(200);

/** Filters of the member list and of the CSV export. */
export const memberFilterQuery = z.strictObject({
  search: text.overwrite(searchable).optional(),
  role: text.min(1).optional(),
  connection: text.min(1).optional(),
  status: z.enum(memberFilters).optional(),
  sort: z.enum([...memberSorts, ...memberSorts.map((name) => `-${name}` as const)]).optional(),
});
export const memberListQuery = memberFilterQuery.extend({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(maxRows).default(maxRows),
});

export function memberRoutes(services: Services) {
  const { authorizeOrganization } = services;

  async function list(context: Context<AuthenticatedEnv>): Promise<Response> {
    const organization = await authorizeOrganization(context.var, 'member.list');
    const parsed = memberListQuery.safeParse(context.req.query());
    if (!parsed.success) throw new ProblemError('query_invalid');
    return context.json(await listMembers(services, organization, parsed.data));
  }

  async function roles(context: Context<AuthenticatedEnv>): Promise<Response> {
    const organization = await authorizeOrganization(context.var, 'member.list');
    const verdicts = await judgeRoles(services, organization);
    const { defaultRoles } = services.settings.policy.invitations;
    const isDefault = ({ id, name }: RoleName) => defaultRoles.includes(id) || defaultRoles.includes(name);
    const answer: RoleList = {
      roles: verdicts.map(({ role: { ofOrganization, ...role }, reason }): AssignableRole => ({
        ...role,
        ...(ofOrganization && { ofOrganization }),
        assignable: reason === null,
        ...(reason === null ? isDefault(role) && { preselected: true } : { reason }),
      })),
    };
    return context.json(answer);
  }

  return { list, roles };
}
