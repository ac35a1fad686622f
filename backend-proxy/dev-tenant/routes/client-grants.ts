import { Hono } from 'hono';
import { z } from 'zod';
import type { ClientGrant } from '../client-grants.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { checkpointAnswer, isCheckpoint, offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody, parseQuery } from '../management/validation.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';
import { existingOrganization } from './organizations.js';

const usage = z.enum(['deny', 'allow', 'require']);
const patch = z.strictObject({
  scope: z.array(z.string().min(1).max(280)).exactOptional(),
  organization_usage: usage.exactOptional(),
  allow_any_organization: z.boolean().exactOptional(),
});
const creation = patch.extend({ client_id: z.string(), audience: z.string().min(1) });
const filters = z.object({ client_id: z.string().optional(), audience: z.string().optional() });

/**
 * What machine clients can ask APIs for: https://auth0.com/docs/api/management/v2/client-grants. No grant is tied to an
 * organization, so those lists are always empty:
 * https://auth0.com/docs/manage-users/organizations/organizations-for-m2m-applications
 */
export function clientGrantRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const { grants, clients, apis } = tenant.applications;
  const reads = requireScope(tenant, 'read:organization_client_grants');
  const existing = (id: string, message: string): ClientGrant => {
    const grant = grants.get(id);
    if (!grant) throw new ManagementError(404, message);
    return grant;
  };

  app.get('/organizations/:id/client-grants', reads, (c) => {
    existingOrganization(tenant, c.req.param('id'));
    return c.json(offsetPage<object>([], (row) => row, 'client_grants', c.req.query()));
  });

  app.get('/client-grants/:id/organizations', reads, (c) => {
    existing(c.req.param('id'), 'The grant does not exist.');
    if (isCheckpoint(c.req.query())) return c.json({ organizations: [] });
    return c.json(offsetPage<object>([], (row) => row, 'organizations', c.req.query()));
  });

  app.get('/client-grants', requireScope(tenant, 'read:client_grants'), (c) => {
    const query = c.req.query();
    const { client_id, audience } = parseQuery(filters, query);
    const rows = [...grants.values()].filter(
      (each) =>
        (client_id === undefined || each.client_id === client_id) &&
        (audience === undefined || each.audience === audience),
    );
    if (!isCheckpoint(query)) return c.json(offsetPage(rows, grantRow, 'client_grants', query));
    return c.json(checkpointAnswer(rows, grantRow, 'client_grants', query, tenant.clock.now()));
  });

  app.post('/client-grants', requireScope(tenant, 'create:client_grants'), async (c) => {
    const given = parseBody(creation, await readJson(c));
    if (!clients.has(given.client_id)) throw new ManagementError(404, 'Client not found');
    checkScope(given.audience, given.scope);
    if (tenant.applications.grantOf(given.client_id, given.audience)) {
      throw new ManagementError(409, 'A resource server with the same identifier already exists.');
    }
    const grant = {
      organization_usage: 'deny',
      allow_any_organization: false,
      scope: [],
      ...given,
      id: `cgr_${randomId(12)}`,
    } as const satisfies ClientGrant;
    grants.set(grant.id, grant);
    return c.json(grantRow(grant), 201);
  });

  app.patch('/client-grants/:id', requireScope(tenant, 'update:client_grants'), async (c) => {
    const grant = existing(c.req.param('id'), 'The client grant does not exist.');
    const given = parseBody(patch, await readJson(c));
    checkScope(grant.audience, given.scope);
    grants.set(grant.id, { ...grant, ...given });
    return c.json(grantRow({ ...grant, ...given }));
  });

  /** An API only has the scopes that it defines. */
  function checkScope(audience: string, scope: readonly string[] = []): void {
    const api = apis.get(audience);
    if (!api) throw new ManagementError(404, 'Resource server not found');
    const unknown = scope.filter((each) => !api.scopes.some(({ value }) => value === each));
    if (unknown.length === 0) return;
    throw new ManagementError(
      400,
      `The scope is not defined by the API: ${unknown.join(', ')}`,
      'invalid_body',
    );
  }

  return app;
}

function grantRow(grant: ClientGrant): object {
  return { ...grant };
}
