import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';

const revocation = z.strictObject({ kid: z.string() });

/**
 * Controls for signing in and signing keys:
 *
 *     GET    /__dev/keys           signing keys: current, next, previous
 *     POST   /__dev/keys/rotate    signs with the next key from now on
 *     POST   /__dev/keys/revoke    {"kid"}: invalidates a previous key
 *     GET    /__dev/logouts        back-channel logouts that were sent; DELETE clears
 */
export function devSignInRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/__dev/keys', async (c) => c.json(await tenant.keys.list()));
  app.post('/__dev/keys/rotate', async (c) => {
    await tenant.keys.rotate();
    return c.json(await tenant.keys.list());
  });
  app.post('/__dev/keys/revoke', async (c) => {
    const { kid } = parseBody(revocation, await readJson(c));
    if (!(await tenant.keys.revoke(kid)))
      throw new ManagementError(404, 'There is no previous key of that kid');
    return c.json(await tenant.keys.list());
  });

  app.get('/__dev/logouts', async (c) => {
    await tenant.logouts.settled();
    return c.json(tenant.logouts.list());
  });
  app.delete('/__dev/logouts', (c) => {
    tenant.logouts.clear();
    return c.body(null, 204);
  });

  return app;
}
