/** Assigns the roles of one member as a whole, if they are still what the caller saw. */
import type { Context } from 'hono';
import { z } from 'zod';
import type { MemberRoles } from '../../../src/contract/index.js';
import { recordAuditEntry } from '../audit/record.js';
import { readJson } from '../http/read-json.js';
import type { AuthenticatedEnv } from '../http/request.js';
import { changeRoles, type RoleDelta } from '../operations/change-roles.js';
import { ProblemError } from '../http/problem-error.js';
import { reasonText, roleIds } from './request-parts.js';
import type { Services } from '../services.js';

export const rolesBody = z.strictObject({ roles: roleIds, was: roleIds, reason: reasonText.optional() });

export function memberRoleRoutes(services: Services) {
  const { settings } = services;

  async function assign(context: Context<AuthenticatedEnv>): Promise<Response> {
    const actor = context.get('actor');
    const body = rolesBody.safeParse(await readJson(context));
    if (!body.success) throw new ProblemError('body_invalid');
    const { roles, was, reason } = body.data;
    if (reason !== undefined) context.set('auditReason', reason);
    const answer: MemberRoles = {
      roles: await changeRoles(services, {
        actor,
        userId: context.req.param('userId') ?? '',
        reason,
        call: context.get('call'),
        record: (change) => recordAuditEntry(settings, context, change),
        choose: (given) => difference(given, new Set(roles), new Set(was)),
      }),
    };
    return context.json(answer);
  }

  return { assign };
}

/** @throws {ProblemError} `roles_changed` if the member's roles aren't the ones the change is based on. */
function difference(
  given: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  was: ReadonlySet<string>,
): RoleDelta {
  const unchanged = given.size === was.size && [...given].every((id) => was.has(id));
  if (!unchanged) throw new ProblemError('roles_changed');
  return {
    add: [...wanted].filter((id) => !given.has(id)),
    remove: [...given].filter((id) => !wanted.has(id)),
  };
}
