import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { requireScope } from '../management/authorize.js';
import { offsetPage } from '../management/paging.js';
import { parseQuery } from '../management/validation.js';
import type { Consent } from '../oidc/consents.js';
import type { TenantState } from '../state.js';

const filter = z.object({
  user_id: z.string().optional(),
  client_id: z.string().optional(),
  audience: z.string().optional(),
});
const ofUser = z.object({ user_id: z.string() });

/**
 * Users' consents to third-party applications. First-party applications don't ask:
 * https://auth0.com/docs/get-started/applications/third-party-applications/user-consent-and-third-party-applications
 */
export function grantRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const { consents } = tenant;
  const deletes = requireScope(tenant, 'delete:grants');

  app.get('/grants', requireScope(tenant, 'read:grants'), (c) => {
    const { user_id, client_id, audience } = parseQuery(filter, c.req.query());
    const found = consents
      .list()
      .filter(
        (each) =>
          (user_id === undefined || each.userId === user_id) &&
          (client_id === undefined || each.clientId === client_id) &&
          (audience === undefined || each.audience === audience),
      );
    return c.json(offsetPage(found, grantRow, 'grants', c.req.query()));
  });

  app.delete('/grants', deletes, (c) => {
    const { user_id } = parseQuery(ofUser, c.req.query());
    consents.withdrawWhere(({ userId }) => userId === user_id);
    return c.body(null, 204);
  });

  app.delete('/grants/:id', deletes, (c) => {
    consents.withdrawWhere(({ id }) => id === c.req.param('id'));
    return c.body(null, 204);
  });

  return app;
}

const grantRow = ({ id, clientId, userId, audience, scopes }: Consent) => ({
  id,
  clientID: clientId,
  user_id: userId,
  ...(audience !== undefined && { audience }),
  scope: scopes,
});
