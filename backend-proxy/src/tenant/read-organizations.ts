/** Reads whether people can sign in to organizations. */
import { z } from 'zod';
import { organizationSchema, type CurrentOrganization, type CurrentTenant } from './current.js';
import type { DesiredTenant } from './desired.js';
import { carries } from './read.js';
import type { TenantApi } from './tenant-api.js';

/** Each takes two calls, of which Auth0 allows few in a minute. */
const maxOrganizations = 10;
const maxMembers = 50;

const organizations = z.object({ organizations: z.array(organizationSchema), next: z.string().nullish() });
const connections = z.array(z.object({ connection: z.object({ name: z.string().default('') }) }));
const members = z.array(z.object({ roles: z.array(z.object({ id: z.string() })).default([]) }));

export interface ReadOrganizations {
  readonly read: readonly CurrentOrganization[];
  /** Whether the tenant has more than were read. */
  readonly hasMore: boolean;
}

/** Reads the first organizations, or one of them by name. */
export async function readOrganizations(
  api: TenantApi,
  desired: DesiredTenant,
  current: CurrentTenant,
  name?: string,
): Promise<ReadOrganizations> {
  const { rows, hasMore } = await list(api, name);
  const administrators = current.roles
    .filter((role) => carries(role, desired.administrators))
    .map(({ id }) => id);
  const read: CurrentOrganization[] = [];
  for (const row of rows) read.push(await readOrganization(api, row, administrators));
  return { read, hasMore };
}

async function list(api: TenantApi, name: string | undefined) {
  if (name !== undefined) {
    const row = organizationSchema.parse(await api('GET', `/organizations/name/${encodeURIComponent(name)}`));
    return { rows: [row], hasMore: false };
  }
  const page = organizations.parse(await api('GET', `/organizations?take=${maxOrganizations}`));
  return { rows: page.organizations, hasMore: page.next != null };
}

async function readOrganization(
  api: TenantApi,
  { id, name }: z.output<typeof organizationSchema>,
  administrators: readonly string[],
): Promise<CurrentOrganization> {
  const path = `/organizations/${id}`;
  const enabled = connections.parse(await api('GET', `${path}/enabled_connections`));
  const query = `fields=user_id,roles&per_page=${maxMembers}`;
  const found = members.parse(await api('GET', `${path}/members?${query}`));
  return {
    id,
    name,
    connections: enabled.map(({ connection }) => connection.name),
    hasAdministrator: found.some(({ roles }) => roles.some((role) => administrators.includes(role.id))),
    hasMoreMembers: found.length === maxMembers,
  };
}
