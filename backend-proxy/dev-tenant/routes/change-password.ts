import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import { connectionClass } from '../connection-class.js';
import type { TenantEnv } from '../env.js';
import { OAuthError } from '../errors.js';
import { sendPasswordReset } from '../emails.js';
import type { TenantState } from '../state.js';
import type { Limit } from '../token-buckets.js';
import { hasUniqueEmails } from '../users/connection-attributes.js';

const body = z.object({
  connection: z.string().min(1),
  email: z.string().min(1),
  organization: z.string().optional(),
  client_id: z.string().optional(),
});

/** Ten at once, then one per minute, for each address. Auth0 counts per IP address; here all requests come from one. */
const limit: Limit = { burst: 10, perSecond: 1 / 60 };

/**
 * `POST /dbconnections/change_password`: requires no token and doesn't reveal who has an account. Auth0's
 * documentation contradicts itself for unknown addresses (404 or 200); this returns 200.
 * https://auth0.com/docs/api/authentication/change-password/change-password
 */
export function changePasswordRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();
  app.use('/dbconnections/*', cors({ origin: '*', allowMethods: ['POST'] }));

  app.post('/dbconnections/change_password', async (c) => {
    const parsed = body.safeParse(await readParameters(c));
    if (!parsed.success) {
      throw new OAuthError(400, 'invalid_request', `${parsed.error.issues[0]?.path.join('.')} is required`);
    }
    const { connection, organization } = parsed.data;
    const email = parsed.data.email.toLowerCase();
    const settings = tenant.directory.connectionNamed(connection);
    if (!settings || connectionClass(settings.strategy) !== 'database') {
      throw new OAuthError(400, 'invalid_request', 'The connection does not exist or is no database.');
    }
    if (!hasUniqueEmails(settings)) {
      throw new OAuthError(400, 'invalid_request', 'The email addresses of the connection are not unique.');
    }
    if (!tenant.buckets.take(`password reset of ${email}`, limit))
      return c.text('Too many password reset requests for this address.', 429);
    const user = tenant.directory
      .usersIdentifiedBy(email)
      .find((each) => each.email === email && each.identities[0]?.connection === connection);
    if (user) sendPasswordReset(tenant, user.user_id, email, organization);
    return c.text("We've just sent you an email to reset your password.");
  });

  return app;
}

async function readParameters(c: Context): Promise<unknown> {
  if (c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return c.req.parseBody();
  return c.req.json().catch(() => null) as Promise<unknown>;
}
