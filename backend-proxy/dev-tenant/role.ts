import { productAudience } from './clients.js';
import type { ParsedSeed } from './seed.js';
import type { DirectPermission } from './users/tenant-roles.js';

/** A role with permissions of any API. */
export interface Role extends Omit<ParsedSeed['roles'][number], 'permissions'> {
  readonly permissions: readonly DirectPermission[];
}

/** Roles of a seed have permissions of the product's API. */
export function seededRole(role: ParsedSeed['roles'][number]): Role {
  const permissions = role.permissions.map((permission_name) => ({
    resource_server_identifier: productAudience,
    permission_name,
  }));
  return { ...role, permissions };
}

/** Names of the permissions of one API that these roles have. */
export function permissionsOf(roles: readonly Role[], api: string): string[] {
  const names = roles.flatMap(({ permissions }) =>
    permissions.flatMap(({ resource_server_identifier, permission_name }) =>
      resource_server_identifier === api ? permission_name : [],
    ),
  );
  return [...new Set(names)];
}
