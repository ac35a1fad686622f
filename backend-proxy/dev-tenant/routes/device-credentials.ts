import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { requireScope } from '../management/authorize.js';
import { fieldFilter, pickFields } from '../management/fields.js';
import { offsetPage } from '../management/paging.js';
import { parseQuery } from '../management/validation.js';
import type { RefreshToken } from '../oidc/grants.js';
import type { TenantState } from '../state.js';

const filter = z.object({
  user_id: z.string().optional(),
  client_id: z.string().optional(),
  type: z.enum(['public_key', 'refresh_token', 'rotating_refresh_token']).optional(),
});

/** All clients rotate their refresh tokens. */
const typeHere = 'rotating_refresh_token';

/**
 * The older endpoint for refresh tokens. Unlike `/refresh-tokens`, it is available on all plans:
 * https://auth0.com/docs/secure/tokens/refresh-tokens/revoke-refresh-tokens
 */
export function deviceCredentialRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const { grants } = tenant;

  app.get('/device-credentials', requireScope(tenant, 'read:device_credentials'), (c) => {
    const query = c.req.query();
    const keep = fieldFilter(query);
    const rows = credentials(tenant, parseQuery(filter, query), isPaged(query));
    const show = (token: RefreshToken) => pickFields(credentialRow(tenant, token), keep);
    return c.json(offsetPage(rows, show, 'device_credentials', query));
  });

  // An unknown ID also succeeds: no other response is documented.
  app.delete(
    '/device-credentials/:id',
    requireScope(tenant, 'delete:device_credentials', 'delete:current_user_device_credentials'),
    (c) => {
      grants.revokeWhere((token) => credentialId(token) === c.req.param('id'));
      return c.body(null, 204);
    },
  );

  return app;
}

/** With paging but no type, only non-rotating refresh tokens are listed, and there are none here. */
function credentials(
  { grants }: TenantState,
  { user_id, client_id, type }: z.output<typeof filter>,
  paged: boolean,
): readonly RefreshToken[] {
  if ((type ?? (paged ? 'refresh_token' : typeHere)) !== typeHere) return [];
  return grants
    .list()
    .filter(
      ({ grant }) =>
        (user_id === undefined || grant.userId === user_id) &&
        (client_id === undefined || grant.clientId === client_id),
    );
}

function isPaged(query: Record<string, string>): boolean {
  return query['page'] !== undefined || query['per_page'] !== undefined;
}

/** Differs from the token's ID in `/refresh-tokens`: the two endpoints don't share IDs. */
const credentialId = ({ id }: RefreshToken) => `dcr_${id}`;

function credentialRow({ sessions }: TenantState, token: RefreshToken) {
  const { userId, clientId, sessionId } = token.grant;
  return {
    id: credentialId(token),
    device_name: sessions.byId(sessionId)?.device.userAgent ?? '',
    type: typeHere,
    user_id: userId,
    client_id: clientId,
  };
}
