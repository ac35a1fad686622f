/** Roles of the tenant and of organizations, and the permissions they hold at our API. */
import { z } from 'zod';
import type { Settings } from '../options.js';
import type { ManagementApi } from './api.js';
import { asUnavailable, Auth0Refusal, failUnavailable, isNotFound } from './auth0-refusal.js';
import type { CallContext } from './http.js';
import { lenient } from './mappers/lenient.js';
import { allRows, jsonRows, noRows, offsetPage } from './rows.js';
import type { CreateSharedCache } from './shared-cache.js';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** The role belongs to one organization. https://auth0.com/docs/manage-users/organizations/organization-roles */
  readonly ofOrganization: boolean;
}

export interface Roles {
  /** Returns every role that can be assigned in the organization: the tenant's, and its own if the tenant offers those. */
  list(organizationId: string, context: CallContext): Promise<readonly Role[]>;
  /** Returns the permissions of a role at our API; none for a role that doesn't exist. */
  permissions(roleId: string, context: CallContext): Promise<readonly string[]>;
}

const roleSchema = z.object({
  id: z.string(),
  name: lenient(z.string()),
  description: lenient(z.string()),
  owner_id: lenient(z.string()),
});
const permissionSchema = z.object({ permission_name: z.string(), resource_server_identifier: z.string() });

/** Only administrators of the tenant change roles. */
const lifetimeMs = 60_000;

export function createRoles(
  api: ManagementApi,
  createCache: CreateSharedCache,
  { audience }: Pick<Settings, 'audience'>,
): Roles {
  const ofTenant = createCache<readonly Role[]>({ name: 'roles', lifetimeMs, capacity: 1 });
  const ofOrganizations = createCache<readonly Role[]>({
    name: 'roles of organizations',
    lifetimeMs,
    capacity: 1_000,
  });
  const permissionsOf = createCache<readonly string[]>({
    name: `permissions at ${audience}`,
    lifetimeMs,
    capacity: 1_000,
  });

  /**
   * @param owner - An organization. A tenant that knows no such roles may ignore the question and list its own, so only the
   * rows that name their owner count.
   */
  async function load(owner: string | null, context: CallContext): Promise<readonly Role[]> {
    const roles: Role[] = [];
    const readPage = (page: number) =>
      api(context, {
        method: 'GET',
        path: ['roles'],
        query: { ...offsetPage(page), ...(owner !== null && { type: 'organization', owner_id: owner }) },
        ...(owner !== null && { dependsOnPlan: true }),
        expect: jsonRows('roles', roleSchema),
      });
    for await (const { id, name, description, owner_id } of allRows(readPage)) {
      if (owner_id === owner)
        roles.push({ id, name: name ?? id, description, ofOrganization: owner !== null });
    }
    return roles;
  }

  /** Organization roles are in Early Access: a tenant without them refuses the question. */
  function loadOwn(organizationId: string, context: CallContext): Promise<readonly Role[]> {
    return load(organizationId, context).catch((reason: unknown) => {
      if (reason instanceof Auth0Refusal) return [];
      throw reason;
    });
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
    list: async (organizationId, context) => {
      const lists = await Promise.all([
        ofTenant.get('all', () => load(null, context).catch(failUnavailable)),
        ofOrganizations.get(organizationId, () => loadOwn(organizationId, context)),
      ]);
      return lists.flat();
    },
    permissions: (roleId, context) => permissionsOf.get(roleId, () => loadPermissions(roleId, context)),
  };
}
