import { Hono } from 'hono';
import { z } from 'zod';
import type { Client } from '../clients.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { checkpointAnswer, isCheckpoint, offsetPage } from '../management/paging.js';
import { readJson } from '../management/read-json.js';
import { parseBody, parseQuery } from '../management/validation.js';
import { randomId } from '../random.js';
import { appTypes, authenticationMethods, clientShape, loginRoute } from '../seed-clients.js';
import type { TenantState } from '../state.js';

const urls = z.array(z.url());
const body = z.strictObject({
  name: z
    .string()
    .regex(/^[^<>]+$/)
    .exactOptional(),
  description: z.string().max(140).exactOptional(),
  app_type: z.enum(appTypes).exactOptional(),
  token_endpoint_auth_method: z.enum(authenticationMethods).exactOptional(),
  grant_types: z.array(z.string().min(1)).exactOptional(),
  oidc_conformant: z.boolean().exactOptional(),
  is_first_party: z.boolean().exactOptional(),
  callbacks: urls.exactOptional(),
  allowed_logout_urls: urls.exactOptional(),
  web_origins: urls.exactOptional(),
  initiate_login_uri: loginRoute.exactOptional(),
  require_proof_of_possession: z.boolean().exactOptional(),
  organization_usage: z.enum(['deny', 'allow', 'require']).exactOptional(),
  organization_require_behavior: z
    .enum(['no_prompt', 'pre_login_prompt', 'post_login_prompt'])
    .exactOptional(),
  refresh_token: z
    .strictObject({
      rotation_type: z.enum(['rotating', 'non-rotating']),
      expiration_type: z.enum(['expiring', 'non-expiring']),
      leeway: z.int().min(0).exactOptional(),
      token_lifetime: z.int().min(1).max(157_788_000).exactOptional(),
      idle_token_lifetime: z.int().min(1).exactOptional(),
    })
    .exactOptional(),
});
const newBody = body.extend({ name: z.string().regex(/^[^<>]+$/) });
const filters = z.object({
  app_type: z.string().optional(),
  is_first_party: z.stringbool().optional(),
});

/** Applications: https://auth0.com/docs/api/management/v2/clients */
export function clientRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const { clients } = tenant.applications;
  const reads = requireScope(tenant, 'read:clients', 'read:client_keys');
  const existing = (id: string): Client => {
    const client = clients.get(id);
    if (!client) throw new ManagementError(404, 'Client not found');
    return client;
  };

  app.get('/clients', reads, (c) => {
    const query = c.req.query();
    const { app_type, is_first_party } = parseQuery(filters, query);
    const rows = [...clients.values()].filter(
      (each) =>
        (app_type === undefined || app_type.split(',').includes(each.app_type)) &&
        (is_first_party === undefined || each.is_first_party === is_first_party),
    );
    const keep = fieldFilter(query);
    const withKeys = c.get('scopes').has('read:client_keys');
    const show = (client: Client) => pickFields(clientRow(client, withKeys), keep);
    if (!isCheckpoint(query)) return c.json(offsetPage(rows, show, 'clients', query));
    return c.json(checkpointAnswer(rows, show, 'clients', query, tenant.clock.now()));
  });

  app.get('/clients/:id', reads, (c) => {
    const row = clientRow(existing(c.req.param('id')), c.get('scopes').has('read:client_keys'));
    return c.json(pickFields(row, fieldFilter(c.req.query())));
  });

  app.post('/clients', requireScope(tenant, 'create:clients'), async (c) => {
    const given = parseBody(newBody, await readJson(c));
    const client = checked({
      ...clientShape.parse({ ...newClient(given.app_type), ...given, client_id: randomId(24) }),
      client_secret: randomId(48),
    });
    clients.set(client.client_id, client);
    return c.json(clientRow(client, true), 201);
  });

  app.patch('/clients/:id', requireScope(tenant, 'update:clients'), async (c) => {
    const client = existing(c.req.param('id'));
    const given = parseBody(body, await readJson(c));
    const { refresh_token, ...rest } = given;
    const changed = checked({
      ...client,
      ...rest,
      refresh_token: { ...client.refresh_token, ...refresh_token },
    });
    clients.set(client.client_id, changed);
    return c.json(clientRow(changed, c.get('scopes').has('read:client_keys')));
  });

  return app;
}

/** A new application doesn't rotate refresh tokens, and authenticates with its secret. */
function newClient(appType: Client['app_type'] | undefined) {
  return {
    refresh_token: { rotation_type: 'non-rotating', expiration_type: 'non-expiring' },
    token_endpoint_auth_method: 'client_secret_post',
    grant_types:
      appType === 'non_interactive' ? ['client_credentials'] : ['authorization_code', 'refresh_token'],
    oidc_conformant: false,
  };
}

/** https://auth0.com/docs/manage-users/organizations/configure-organizations/enable-third-party-application-access */
function checked(client: Client): Client {
  if (client.refresh_token.rotation_type === 'rotating' && !client.oidc_conformant) {
    throw new ManagementError(
      400,
      'Refresh Token Rotation requires an OIDC conformant client',
      'invalid_body',
    );
  }
  return client;
}

/** Public clients have a secret too, which is of no use to them. */
function clientRow({ local_urls: _, client_secret, ...client }: Client, withKeys: boolean) {
  return {
    ...client,
    tenant: 'dev-tenant',
    global: false,
    ...(withKeys && client_secret !== undefined && { client_secret }),
  };
}
