import { RolesClient } from 'auth0/roles';
import { z } from 'zod';
import type { Settings } from '../options.js';
import { allRows } from './all-rows.js';
import { Cache } from './cache.js';
import { asUnavailable, Auth0Refusal, type CallContext } from './call.js';
import type { ManagementAccess } from './access.js';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

export interface Roles {
  /** Every role of the tenant. */
  list(context: CallContext): Promise<readonly Role[]>;
  /** What a role lets somebody do at our API. None for a role that is gone. */
  permissions(roleId: string, context: CallContext): Promise<readonly string[]>;
}

const rolesPage = z.object({
  roles: z.array(z.object({ id: z.string(), name: z.string(), description: z.string().nullish() })),
  total: z.number(),
});
const permissionsPage = z.object({
  permissions: z.array(z.object({ permission_name: z.string(), resource_server_identifier: z.string() })),
  total: z.number(),
});

const pageSize = 50;
/** Roles change when an administrator of the tenant changes them. */
const lifetimeMs = 60_000;

export function createRoles({ clientOptions, call }: ManagementAccess, { audience }: Settings): Roles {
  const client = new RolesClient(clientOptions);
  const all = new Cache<readonly Role[]>({ lifetimeMs, capacity: 1 });
  const permissionsOf = new Cache<readonly string[]>({ lifetimeMs, capacity: 1_000 });

  async function loadAll(context: CallContext): Promise<readonly Role[]> {
    const roles: Role[] = [];
    const readPage = (page: number) =>
      call(context, {
        kind: 'read',
        answer: rolesPage,
        run: async (options) =>
          (await client.list({ page, per_page: pageSize, include_totals: true }, options)).response,
      }).then(({ roles: rows, total }) => ({ rows, total }), refuse);
    for await (const { id, name, description } of allRows(readPage)) {
      roles.push({ id, name, description: description ?? null });
    }
    return roles;
  }

  async function loadPermissions(roleId: string, context: CallContext): Promise<readonly string[]> {
    const names: string[] = [];
    const readPage = (page: number) =>
      call(context, {
        kind: 'read',
        answer: permissionsPage,
        run: async (options) => {
          const query = { page, per_page: pageSize, include_totals: true };
          return (await client.permissions.list(roleId, query, options)).response;
        },
      }).then(({ permissions: rows, total }) => ({ rows, total }), noneIfGone);
    for await (const row of allRows(readPage)) {
      if (row.resource_server_identifier === audience) names.push(row.permission_name);
    }
    return names;
  }

  return {
    list: (context) => all.get('all', () => loadAll(context)),
    permissions: (roleId, context) => permissionsOf.get(roleId, () => loadPermissions(roleId, context)),
  };
}

function noneIfGone(reason: unknown): { rows: readonly never[]; total: 0 } {
  if (reason instanceof Auth0Refusal && reason.status === 404) return { rows: [], total: 0 };
  return refuse(reason);
}

function refuse(reason: unknown): never {
  throw asUnavailable(reason);
}
