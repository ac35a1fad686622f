import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { faultSchema } from '../faults.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import { personas } from '../personas.js';
import type { Restore } from '../snapshot.js';
import type { TenantState } from '../state.js';
import { devSignInRoutes } from './dev-sign-in.js';

const lagChange = z.strictObject({ lag: z.number().nonnegative() });
const clockChange = z.strictObject({ advance: z.number().default(0), stopped: z.boolean().optional() });

/**
 * Controls that only the dev tenant has:
 *
 *     POST   /__dev/reset       restores the seed
 *     GET    /__dev/personas    lists who can sign in
 *     GET    /__dev/outbox      lists emails
 *     GET    /__dev/faults      POST adds one (see `Fault`), DELETE clears
 *     GET    /__dev/requests    DELETE clears; GET /__dev/requests/endpoints counts them by endpoint
 *     GET    /__dev/lag         POST {"lag": milliseconds until a change appears in lists and search}
 *     POST   /__dev/snapshots   saves everything, returns {"id"}; POST /__dev/snapshots/{id}/restore restores it
 *     GET    /__dev/clock       POST {"advance": milliseconds, "stopped": whether only `advance` moves the clock}
 *
 * Pages of other origins can't use them: there is no CORS, and changes require a header that triggers a preflight
 * (`x-orgdesk-dev: 1`, or the JSON content type).
 */
export function devRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.use('/__dev/*', refuseOtherOrigins(tenant));

  app.post('/__dev/reset', (c) => {
    tenant.reset();
    return c.body(null, 204);
  });

  app.get('/__dev/personas', (c) => c.json(personas(tenant.directory)));
  app.get('/__dev/outbox', (c) => c.json(tenant.outbox.list()));

  app.get('/__dev/faults', (c) => c.json(tenant.faults.list()));
  app.post('/__dev/faults', async (c) => {
    tenant.faults.add(parseBody(faultSchema, await readJson(c)));
    return c.json(tenant.faults.list(), 201);
  });
  app.delete('/__dev/faults', (c) => {
    tenant.faults.clear();
    return c.body(null, 204);
  });

  app.get('/__dev/requests', (c) => c.json(tenant.requests.list()));
  app.get('/__dev/requests/endpoints', (c) => c.json(tenant.requests.endpoints()));

  app.get('/__dev/lag', (c) => c.json({ lag: tenant.lag }));
  app.post('/__dev/lag', async (c) => {
    tenant.lag = parseBody(lagChange, await readJson(c)).lag;
    return c.json({ lag: tenant.lag });
  });

  const snapshots = new Map<string, Restore>();
  app.post('/__dev/snapshots', (c) => {
    const id = String(snapshots.size + 1);
    snapshots.set(id, tenant.snapshot());
    return c.json({ id }, 201);
  });
  app.post('/__dev/snapshots/:id/restore', (c) => {
    const restore = snapshots.get(c.req.param('id'));
    if (!restore) throw new ManagementError(404, 'There is no such snapshot.');
    restore();
    return c.body(null, 204);
  });

  app.delete('/__dev/requests', (c) => {
    tenant.requests.clear();
    return c.body(null, 204);
  });

  app.get('/__dev/clock', (c) => c.json({ now: tenant.clock.now() }));
  app.post('/__dev/clock', async (c) => {
    const { advance, stopped } = parseBody(clockChange, await readJson(c));
    if (stopped === true) tenant.clock.stop();
    if (stopped === false) tenant.clock.start();
    tenant.clock.advance(advance);
    return c.json({ now: tenant.clock.now() });
  });

  app.route('/', devSignInRoutes(tenant));

  return app;
}

function refuseOtherOrigins({ url }: TenantState) {
  return createMiddleware<TenantEnv>(async (c, next) => {
    const origin = c.req.header('origin') ?? url;
    const isJson = c.req.header('content-type')?.startsWith('application/json') ?? false;
    const isDeliberate = c.req.method === 'GET' || c.req.header('x-orgdesk-dev') === '1' || isJson;
    if (origin !== url || !isDeliberate) {
      throw new ManagementError(403, 'The controls answer no other origin; send the header x-orgdesk-dev: 1');
    }
    c.header('cache-control', 'no-store');
    await next();
  });
}
