import { Hono } from 'hono';
import { z } from 'zod';
import { connectionClass } from '../connection-class.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { sendVerification } from '../mails.js';
import { requireScope } from '../management/authorize.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import { randomId } from '../random.js';
import type { TenantState } from '../state.js';
import { memberOf } from './user-tickets.js';
import { inexistentUser } from './users.js';

const verification = z.strictObject({
  user_id: z.string(),
  client_id: z.string().optional(),
  organization_id: z.string().optional(),
});

/** `/api/v2/jobs`: https://auth0.com/docs/api/management/v2/jobs/post-verification-email */
export function jobRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.post('/jobs/verification-email', requireScope(tenant, 'update:users'), async (c) => {
    const { user_id, organization_id } = parseBody(verification, await readJson(c));
    const user = tenant.directory.users.get(user_id);
    if (!user) throw inexistentUser();
    const strategy = tenant.directory.connectionOf(user)?.strategy ?? '';
    if (connectionClass(strategy) !== 'database') {
      throw new ManagementError(400, 'Connection must be a database connection.', 'invalid_body');
    }
    if (user.email === undefined) {
      throw new ManagementError(400, 'User does not have an email address.', 'invalid_body');
    }
    if (organization_id !== undefined) memberOf(tenant, user_id, organization_id);
    sendVerification(tenant, user_id, user.email, organization_id);
    const job = {
      id: `job_${randomId(12)}`,
      type: 'verification_email',
      status: 'pending',
      created_at: tenant.clock.timestamp(),
    };
    return c.json(job, 201);
  });

  return app;
}
