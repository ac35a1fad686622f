/** Roles of the tenant, and the permissions they hold at our API. */
import { z } from 'zod';
import type { Settings } from '../options.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, failUnavailable, isNotFound } from './auth0-refusal.js';
import { Cache } from './cache.js';
import type { CallContext } from './http.js';
import { lenient } from './mappers/lenient.js';
import { allRows, jsonRows, noRows, offsetPage } from './rows.js';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
}

export interface Roles {
  /** Returns every role of the tenant. */
  list(context: CallContext): Promise<readonly Role[]>;
  /** Returns the permissions of a role at our API; none for a role that doesn't exist. */
  permissions(roleId: string, context: CallContext): Promise<readonly string[]>;
}

const roleSchema = z.object({
  id: z.string(),
  name: lenient(z.string()),
  description: lenient(z.string()),
});
const permissionSchema = z.object({ permission_name: z.string(), resource_server_identifier: z.string() });

/** Only administrators of the tenant change roles. */
const lifetimeMs = 60_000;

export function createRoles(api: ManagementApi, { audience }: Pick<Settings, 'audience'>): Roles {
  const all = new Cache<readonly Role[]>({ lifetimeMs, capacity: 1 });
  const permissionsOf = new Cache<readonly string[]>({ lifetimeMs, capacity: 1_000 });

  async function loadAll(context: CallContext): Promise<readonly Role[]> {
    const roles: Role[] = [];
    const readPage = (page: number) =>
      api(context, {
        method: 'GET',
        path: ['roles'],
        query: offsetPage(page),
        expect: jsonRows('roles', roleSchema),
      }).catch(failUnavailable);
    for await (const { id, name, description } of allRows(readPage)) {
      roles.push({ id, name: name ?? id, description });
    }
    return roles;
  }

  async function loadPermissions(roleId: string, context: CallContext): Promise<readonly string[]> {
    const names: string[] = [];
    const readPage = (page: number) =>
      api(context, {
        method: 'GET',
        path: ['roles', roleId, 'permissions'],
        query: offsetPage(page),
        expect: jsonRows('permissions', permissionSchema),
      }).catch((reason: unknown) => {
        if (isNotFound(reason)) return noRows;
        throw asUnavailable(reason);
      });
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
