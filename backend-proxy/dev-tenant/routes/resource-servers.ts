import { Hono } from 'hono';
import { z } from 'zod';
import { newApi, type Api } from '../apis.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';

const scope = z.strictObject({
  value: z.string().min(1).max(280),
  description: z.string().max(500).exactOptional(),
});
const patch = z.strictObject({
  name: z
    .string()
    .max(200)
    .regex(/^[^<>]+$/)
    .exactOptional(),
  scopes: z.array(scope).exactOptional(),
  signing_alg: z.enum(['RS256', 'RS512', 'PS256', 'HS256']).exactOptional(),
  allow_offline_access: z.boolean().exactOptional(),
  skip_consent_for_verifiable_first_party_clients: z.boolean().exactOptional(),
  token_lifetime: z.int().min(0).max(2_592_000).exactOptional(),
  enforce_policies: z.boolean().exactOptional(),
  token_dialect: z
    .enum(['access_token', 'access_token_authz', 'rfc9068_profile', 'rfc9068_profile_authz'])
    .exactOptional(),
  proof_of_possession: z
    .strictObject({ mechanism: z.literal('dpop'), required: z.boolean() })
    .nullable()
    .exactOptional(),
});
const creation = patch.extend({ identifier: z.string().min(1).max(600) });

/** APIs: https://auth0.com/docs/api/management/v2/resource-servers */
export function resourceServerRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const { apis } = tenant.applications;
  // An identifier works in place of an ID.
  const existing = (id: string): Api => {
    const api = [...apis.values()].find((each) => each.id === id || each.identifier === id);
    if (!api) throw new ManagementError(404, 'Resource server not found.');
    return api;
  };

  app.get('/resource-servers', requireScope(tenant, 'read:resource_servers'), (c) => {
    const identifiers = c.req.queries('identifiers');
    const rows = [...apis.values()].filter((each) => identifiers?.includes(each.identifier) ?? true);
    return c.json(offsetPage(rows, apiRow, 'resource_servers', c.req.query()));
  });

  app.get('/resource-servers/:id', requireScope(tenant, 'read:resource_servers'), (c) =>
    c.json(apiRow(existing(c.req.param('id')))),
  );

  app.post('/resource-servers', requireScope(tenant, 'create:resource_servers'), async (c) => {
    const given = parseBody(creation, await readJson(c));
    if (apis.has(given.identifier)) {
      throw new ManagementError(409, 'A resource server with the same identifier already exists.');
    }
    const api = merged({ ...newApi, id: randomId(18), identifier: given.identifier }, given);
    apis.set(api.identifier, api);
    return c.json(apiRow(api), 201);
  });

  // 201 is what Auth0's document says; Auth0 responds with 200.
  app.patch('/resource-servers/:id', requireScope(tenant, 'update:resource_servers'), async (c) => {
    const api = existing(c.req.param('id'));
    const given = parseBody(patch, await readJson(c));
    if (api.is_system) throw new ManagementError(400, 'System resource servers cannot be patched.');
    const changed = merged(api, given);
    apis.set(api.identifier, changed);
    return c.json(apiRow(changed), 201);
  });

  return app;
}

/** `null` removes the proof of possession. */
function merged(api: Api, { proof_of_possession, ...given }: z.output<typeof patch>): Api {
  const proof = proof_of_possession === undefined ? api.proof_of_possession : proof_of_possession;
  return { ...api, ...given, proof_of_possession: proof ?? undefined };
}

function apiRow(api: Api): object {
  return { ...api };
}
