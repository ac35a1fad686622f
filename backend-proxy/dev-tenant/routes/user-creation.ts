import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { requireScope } from '../management/authorize.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import type { TenantState } from '../state.js';
import { createUser, newUser } from '../users/create-user.js';

const body = newUser.extend({ connection: z.string().min(1) });

/** `POST /users`: https://auth0.com/docs/api/management/v2/users/post-users */
export function userCreationRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.post('/users', requireScope(tenant, 'create:users'), async (c) => {
    const { connection: name, ...given } = parseBody(body, await readJson(c));
    const connection = tenant.directory.connectionNamed(name);
    if (!connection) throw new ManagementError(400, 'Connection does not exist.', 'invalid_body');
    return c.json(createUser(tenant, connection, given), 201);
  });

  return app;
}
