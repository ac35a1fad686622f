/** Reads the state of a tenant. Never changes anything. */
import { z } from 'zod';
import {
  actionSchema,
  apiSchema,
  bindingSchema,
  clientSchema,
  emailProviderSchema,
  grantSchema,
  permissionSchema,
  roleSchema,
  settingsSchema,
  type CurrentClient,
  type CurrentRole,
  type CurrentTenant,
  type Readable,
} from './current.js';
import type { DesiredApplication, DesiredTenant } from './desired.js';
import { TenantApiError, TenantConflict, type TenantApi } from './tenant-api.js';

/** Auth0 returns at most this many rows: https://auth0.com/docs/api/management/v2 */
const pageSize = 50;
/** Auth0 pages through at most 1,000 rows. */
const maxPages = 20;

/**
 * Reads what {@link DesiredTenant} is about.
 * @throws {TenantApiError} if the token can't read a part that nothing works without
 * @throws {TenantConflict} if two applications have the name
 */
export async function readTenant(api: TenantApi, desired: DesiredTenant): Promise<CurrentTenant> {
  const { audience } = desired.options;
  const clients = await readAll(api, '/clients?', 'clients', clientSchema);
  const app = findClient(clients, desired.app);
  const proxy = findClient(clients, desired.proxy);
  const apis = await readAll(
    api,
    `/resource-servers?${new URLSearchParams([audience, desired.managementAudience].map((each) => ['identifiers', each])).toString()}&`,
    'resource_servers',
    apiSchema,
  );
  const product = apis.find(({ identifier }) => identifier === audience) ?? null;
  const management = apis.find(({ identifier }) => identifier === desired.managementAudience);
  const flow = await readAll(api, '/actions/triggers/post-login/bindings?', 'bindings', bindingSchema, '');
  return {
    api: product,
    managementScopes: management?.scopes.map(({ value }) => value) ?? [],
    app,
    proxy,
    grant: proxy ? await readGrant(api, proxy.client_id, desired.managementAudience) : null,
    hasUserGrant: app !== null && product !== null && (await hasUserGrant(api, app.client_id, audience)),
    roles: await readRoles(api, desired),
    actions: await readAll(api, '/actions/actions?triggerId=post-login&', 'actions', actionSchema, ''),
    flow,
    settings: await readable(async () => settingsSchema.parse(await api('GET', '/tenants/settings'))),
    emailProvider: await readable(() => readEmailProvider(api)),
  };
}

/**
 * Reads all pages of a list that uses offsets. `path` ends where its next parameter goes.
 * @param totals - The parameter that makes Auth0 count; lists of Actions count without it.
 */
async function readAll<T extends z.ZodType>(
  api: TenantApi,
  path: string,
  key: string,
  row: T,
  totals = '&include_totals=true',
): Promise<z.output<T>[]> {
  const schema = z.object({ [key]: z.array(row) }).and(z.object({ total: z.number().default(0) }));
  const rows: z.output<T>[] = [];
  for (let page = 0; page < maxPages; page += 1) {
    const body = schema.parse(await api('GET', `${path}per_page=${pageSize}&page=${page}${totals}`));
    const found = body[key] as z.output<T>[];
    rows.push(...found);
    if (found.length === 0 || rows.length >= body.total) break;
  }
  return rows;
}

function findClient(clients: readonly CurrentClient[], wanted: DesiredApplication): CurrentClient | null {
  if (wanted.clientId !== undefined) {
    const found = clients.find(({ client_id }) => client_id === wanted.clientId);
    if (!found) throw new TenantConflict(`there is no application with the ID ${wanted.clientId}`);
    return found;
  }
  const [found, other] = clients.filter(({ name }) => name === wanted.name);
  if (!other) return found ?? null;
  throw new TenantConflict(`two applications are called "${wanted.name}"; name one by its client ID`);
}

async function readGrant(api: TenantApi, clientId: string, audience: string) {
  const grants = await readGrants(api, clientId, audience);
  return grants.find(({ subject_type }) => subject_type !== 'user') ?? null;
}

async function hasUserGrant(api: TenantApi, clientId: string, audience: string): Promise<boolean> {
  const grants = await readGrants(api, clientId, audience);
  return grants.some(({ subject_type }) => subject_type === 'user');
}

function readGrants(api: TenantApi, client_id: string, audience: string) {
  const query = new URLSearchParams({ client_id, audience }).toString();
  return readAll(api, `/client-grants?${query}&`, 'client_grants', grantSchema);
}

/** Reading the permissions of a role takes a call. */
const maxRoles = 25;

/** The first roles of the tenant, likely ones first; more only until every actor has a role. */
async function readRoles(api: TenantApi, { roles, options }: DesiredTenant): Promise<readonly CurrentRole[]> {
  const rows = await readAll(api, '/roles?', 'roles', roleSchema);
  const isLikely = ({ name }: { name: string }) =>
    roles.some((role) => role.name.toLowerCase() === name.toLowerCase());
  const found: CurrentRole[] = [];
  for (const row of [...rows.filter(isLikely), ...rows.filter((each) => !isLikely(each))]) {
    const served = (wanted: (typeof roles)[number]) =>
      found.some((role) => carries(role, wanted.permissions));
    if (found.length >= maxRoles && roles.every(served)) break;
    const permissions = await readAll(api, `/roles/${row.id}/permissions?`, 'permissions', permissionSchema);
    const own = permissions.filter((each) => each.resource_server_identifier === options.audience);
    found.push({ ...row, permissions: own.map(({ permission_name }) => permission_name) });
  }
  return found;
}

/** Whether a role has any of these permissions. */
export function carries(role: CurrentRole, permissions: readonly string[]): boolean {
  return role.permissions.some((each) => permissions.includes(each));
}

/** 404 means that none is set up. */
async function readEmailProvider(api: TenantApi) {
  try {
    return emailProviderSchema.parse(await api('GET', '/emails/provider?fields=name,enabled'));
  } catch (error) {
    if (error instanceof TenantApiError && error.status === 404) return null;
    throw error;
  }
}

async function readable<T>(read: () => Promise<T>): Promise<Readable<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof TenantApiError && error.status === 403) return { refused: error.message };
    throw error;
  }
}
