import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import { linkUser, unlinkUser } from '../users/link-users.js';
import { existingUser } from './users.js';

const link = z.strictObject({
  provider: z.string().optional(),
  connection_id: z.string().optional(),
  user_id: z.union([z.string().min(1), z.int()]).optional(),
  link_with: z.string().optional(),
});

/** Account linking: https://auth0.com/docs/manage-users/user-accounts/user-account-linking */
export function identityRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  const writes = requireScope(tenant, 'update:users');

  // `link_with` is for users linking their own accounts. It needs tokens that this tenant doesn't issue.
  app.post('/users/:id/identities', writes, async (c) => {
    const primary = existingUser(tenant, c.req.param('id'));
    const { provider, user_id, link_with } = parseBody(link, await readJson(c));
    if (link_with !== undefined) throw refused('Invalid token (link_with).');
    if (provider === undefined || user_id === undefined)
      throw refused('Linking to an inexistent identity is not allowed.');
    const known = tenant.directory.connections.some(({ strategy }) => strategy === provider);
    if (!known) throw refused('The provider/connection is not configured.');
    // Callers send either the ID within the provider or the full user ID.
    const text = String(user_id);
    const secondaryId = text.startsWith(`${provider}|`) ? text : `${provider}|${text}`;
    if (secondaryId === primary.user_id) throw refused('Main identity and the new one are the same.');
    if (tenant.directory.links.primaryOf(secondaryId) !== secondaryId) {
      throw new ManagementError(409, 'Specified identity already exists.');
    }
    const secondary = tenant.directory.users.get(secondaryId);
    if (!secondary) throw refused('Linking to an inexistent identity is not allowed.');
    linkUser(tenant, primary.user_id, secondary);
    return c.json(existingUser(tenant, primary.user_id).identities, 201);
  });

  app.delete('/users/:id/identities/:provider/:user_id', writes, (c) => {
    const primary = existingUser(tenant, c.req.param('id'));
    const provider = c.req.param('provider');
    const id = c.req.param('user_id');
    const index = primary.identities.findIndex((each) => each.provider === provider && each.user_id === id);
    if (index === 0) throw refused('Main identity cannot be removed.');
    if (index > 0) unlinkUser(tenant, primary.user_id, index);
    return c.json(existingUser(tenant, primary.user_id).identities);
  });

  return app;
}

function refused(message: string): ManagementError {
  return new ManagementError(400, message, 'invalid_body');
}
