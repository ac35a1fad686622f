/** A dev tenant, and the commands that set it up. Nothing here opens a port. */
import type { DevTenant, DevTenantOptions } from '../../backend-proxy/dev-tenant/index.js';
import { createDevTenant, managementAs } from '../dev-tenant/helpers.js';
import { setupScopes, managementScopes } from '../../backend-proxy/dev-tenant/clients.js';
import { orgdesk, type Outcome, type Surroundings } from './support.js';

export const page = 'https://app.acme.example/people';
export const audience = 'https://api.acme.example';

/** Tests replace its `fetch` to break the connection. */
type World = { -readonly [K in keyof DevTenant]: DevTenant[K] };

export const emptyTenant = (options: DevTenantOptions = {}): World =>
  createDevTenant({ seed: 'empty', loginUri: null, strictUrls: true, lag: 0, ...options });

/** Credentials of the application that stands in for Auth0's API Explorer. */
export const credentialsOf = ({ clients }: DevTenant) => ({
  AUTH0_CLIENT_ID: clients.explorer.clientId,
  AUTH0_CLIENT_SECRET: clients.explorer.clientSecret,
});

/** Runs `orgdesk tenant …` against a tenant. */
export function runTenant(tenant: DevTenant, line: string, around: Surroundings = {}): Promise<Outcome> {
  const env = { ...credentialsOf(tenant), ...around.env };
  const given = `--domain ${tenant.domain} --app-url ${page} --audience ${audience}`;
  return orgdesk(`tenant ${line} ${given}`, { ...around, fetch: tenant.fetch, env });
}

/** Calls the Management API with everything that setting up a tenant takes. */
export const callerOf = (tenant: DevTenant) =>
  managementAs(
    tenant,
    ...managementScopes,
    ...setupScopes,
    'update:organization_connections',
    'delete:organization_connections',
  );

/** A command that must succeed. */
export async function mustRun(tenant: DevTenant, line: string, around?: Surroundings): Promise<Outcome> {
  const outcome = await runTenant(tenant, line, around);
  if (outcome.status !== 0) throw new Error(`${line}: ${outcome.stdout}${outcome.stderr}`);
  return outcome;
}
