import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { OAuthError } from '../errors.js';
import { tokenParameters, tokenResponse } from '../oidc/token-requests.js';
import type { TenantState } from '../state.js';

const revocation = z.object({ client_id: z.string(), token: z.string() });

/** `POST /oauth/token` and `POST /oauth/revoke`, with a JSON or form body. */
export function tokenRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.post('/oauth/token', async (c) => {
    const parameters = tokenParameters.safeParse({ ...basicCredentials(c), ...(await readParameters(c)) });
    if (!parameters.success) throw missingParameter(parameters.error);
    c.header('cache-control', 'no-store');
    const proof = c.req.header('dpop');
    if (proof !== undefined) c.header('dpop-nonce', tenant.proofs.nonce());
    return c.json(await tokenResponse(tenant, parameters.data, proof, `${tenant.originOf(c.req.url)}/`));
  });

  // An unknown token also succeeds: https://datatracker.ietf.org/doc/html/rfc7009#section-2.2
  app.post('/oauth/revoke', async (c) => {
    const parameters = revocation.safeParse(await readParameters(c));
    if (!parameters.success) throw missingParameter(parameters.error);
    tenant.grants.revokeRefreshToken(parameters.data.token, parameters.data.client_id);
    return c.body(null, 200);
  });

  return app;
}

async function readParameters(c: Context): Promise<object> {
  const text = await c.req.text();
  const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (isForm) return Object.fromEntries(new URLSearchParams(text));
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new OAuthError(400, 'invalid_request', 'The body is neither a form nor a JSON object');
  }
}

/** Clients can authenticate in the Authorization header: https://datatracker.ietf.org/doc/html/rfc6749#section-2.3.1 */
function basicCredentials(c: Context): { client_id?: string; client_secret?: string } {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (encoded === undefined) return {};
  try {
    const [id = '', secret = ''] = atob(encoded).split(':').map(decodeURIComponent);
    return { client_id: id, client_secret: secret };
  } catch {
    throw new OAuthError(401, 'access_denied', 'Unauthorized');
  }
}

function missingParameter(error: z.ZodError): OAuthError {
  const name = error.issues[0]?.path.join('.') ?? '';
  return new OAuthError(400, 'invalid_request', `Missing required parameter: ${name}`);
}
