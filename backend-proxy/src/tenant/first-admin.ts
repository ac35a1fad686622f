/** Invites the first admin of an organization, which is created if there is none. */
import { z } from 'zod';
import { organizationSchema, type CurrentTenant } from './current.js';
import type { DesiredTenant } from './desired.js';
import { carries } from './read.js';
import { readOrganizations } from './read-organizations.js';
import { TenantApiError, TenantConflict, type TenantApi } from './tenant-api.js';

export interface FirstAdmin {
  /** Name of the organization. */
  readonly organization: string;
  readonly email: string;
  /** Name of the connection that a new organization gets. Default: the only database of the tenant. */
  readonly connection?: string | undefined;
}

/** What was done. */
export type FirstAdminStep = 'organization' | 'connection' | 'invitation';

const connections = z.array(z.object({ id: z.string(), name: z.string() }));
const invitations = z.array(z.object({ invitee: z.object({ email: z.string() }), expires_at: z.string() }));

/**
 * Does what is left until someone is invited. Does nothing in an organization that has an admin.
 * @throws {TenantConflict} if the connection or the role can't be told
 */
export async function inviteFirstAdmin(
  api: TenantApi,
  desired: DesiredTenant,
  current: CurrentTenant,
  { organization: name, email, connection }: FirstAdmin,
): Promise<readonly FirstAdminStep[]> {
  const role = current.roles.find((each) => carries(each, desired.administrators));
  if (!role || !current.app) {
    throw new TenantConflict('no one can be invited until the application and the role of an admin exist');
  }
  const created = await createMissing(api, name, connection);
  const [organization] = (await readOrganizations(api, desired, current, name)).read;
  if (!organization) throw new TenantConflict(`there is no organization "${name}"`);
  const path = `/organizations/${organization.id}`;
  const steps: FirstAdminStep[] = created ? ['organization'] : [];
  if (organization.connections.length === 0) {
    const connection_id = await findConnection(api, connection);
    await api('POST', `${path}/enabled_connections`, { connection_id });
    steps.push('connection');
  }
  if (organization.hasAdministrator || (await isInvited(api, path, email))) return steps;
  await api('POST', `${path}/invitations`, {
    inviter: { name: desired.options.name },
    invitee: { email },
    client_id: current.app.client_id,
    roles: [role.id],
  });
  return [...steps, 'invitation'];
}

/** Returns whether the organization was created. */
async function createMissing(api: TenantApi, name: string, connection: string | undefined): Promise<boolean> {
  try {
    organizationSchema.parse(await api('GET', `/organizations/name/${encodeURIComponent(name)}`));
    return false;
  } catch (error) {
    if (!(error instanceof TenantApiError) || error.status !== 404) throw error;
  }
  const connection_id = await findConnection(api, connection);
  await api('POST', '/organizations', { name, enabled_connections: [{ connection_id }] });
  return true;
}

async function findConnection(api: TenantApi, name: string | undefined): Promise<string> {
  const query = name === undefined ? 'strategy=auth0' : new URLSearchParams({ name }).toString();
  const found = connections.parse(await api('GET', `/connections?${query}&fields=id,name`));
  const [connection, other] = found;
  if (connection && !other) return connection.id;
  const names = found.map((each) => each.name).join(', ');
  throw new TenantConflict(
    name === undefined
      ? `name a connection for the organization with --connection; databases: ${names || 'none'}`
      : `there is no connection "${name}"`,
  );
}

async function isInvited(api: TenantApi, path: string, email: string): Promise<boolean> {
  // Auth0 lists expired ones too.
  const listed = invitations.parse(
    await api('GET', `${path}/invitations?fields=invitee,expires_at&per_page=50`),
  );
  return listed.some(
    ({ invitee, expires_at }) =>
      invitee.email.toLowerCase() === email.toLowerCase() && Date.parse(expires_at) > Date.now(),
  );
}
