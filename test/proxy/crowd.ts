/** An organization of any size, for what only shows among many. */
import type { Seed } from '../../backend-proxy/dev-tenant/index.js';
import type { World } from './support.js';

export const crowdName = 'org_crowd00000000000';

/** One organization of so many, of whom every tenth is an admin. */
export function crowd(size: number): Seed {
  const organization = { id: crowdName, name: 'crowd', display_name: 'Crowd' };
  const ids = Array.from({ length: size }, (_, index) => `auth0|${String(index).padStart(6, '0')}`);
  return {
    connections: [{ id: 'con_crowd', name: 'crowd-users', strategy: 'auth0' }],
    roles: [
      { id: 'rol_admin', name: 'Admin', permissions: ['manage:members'] },
      { id: 'rol_viewer', name: 'Viewer' },
    ],
    organizations: [organization],
    enabled_connections: [{ organization_id: organization.id, connection_id: 'con_crowd' }],
    users: ids.map((user_id, index) => ({
      user_id,
      connection: 'crowd-users',
      email: `person${index}@crowd.example`,
      name: `Person ${index}`,
    })),
    memberships: ids.map((user_id, index) => ({
      organization_id: organization.id,
      user_id,
      roles: [index % 10 === 0 ? 'rol_admin' : 'rol_viewer'],
    })),
  };
}

export const crowdAdmin = (world: World) =>
  world.tenant.tokens.issueAccessToken({ userId: 'auth0|000000', organizationId: crowdName });
