import { Hono } from 'hono';
import { z } from 'zod';
import { productAudience, proxyClient, explorerClient, spaClient } from '../clients.js';
import type { TenantEnv } from '../env.js';
import { ManagementError } from '../errors.js';
import { readJson } from '../management/read-json.js';
import { parseBody } from '../management/validation.js';
import { personas } from '../personas.js';
import { signIn, SignInRefusal } from '../sign-in.js';
import type { TenantState } from '../state.js';

const tokenRequest = z.strictObject({
  username: z.string(),
  password: z.string().optional(),
  organization: z.string().optional(),
  client_id: z.string().optional(),
  audience: z.string().optional(),
  scope: z.string().optional(),
});

/**
 * The control that signs someone in without a browser:
 *
 *     POST   /__dev/tokens         {"username", "organization"}: their tokens, as the page would get them
 *
 * @param send - Sends a request to the tenant, past its faults and its request log.
 */
export function devTokenRoutes(tenant: TenantState, send: (request: Request) => Promise<Response>) {
  const app = new Hono<TenantEnv>();

  app.post('/__dev/tokens', async (c) => {
    const { client_id: clientId, ...body } = parseBody(tokenRequest, await readJson(c));
    const person = findPerson(tenant, body);
    try {
      const tokens = await signIn(
        {
          url: tenant.url,
          audience: productAudience,
          clients: { spa: spaClient, proxy: proxyClient, explorer: explorerClient },
          clock: tenant.clock,
          fetch: (input, init) => send(new Request(input, init)),
        },
        { ...person, ...body, clientId },
      );
      return c.json({
        access_token: tokens.accessToken,
        id_token: tokens.idToken,
        refresh_token: tokens.refreshToken,
        token_type: 'Bearer',
      });
    } catch (error) {
      if (error instanceof SignInRefusal) throw new ManagementError(400, error.message);
      throw error;
    }
  });

  return app;
}

/** The password of someone in the seed, and their organization. Someone who is in several has to name one. */
function findPerson({ directory }: TenantState, { username, organization }: z.infer<typeof tokenRequest>) {
  const rows = personas(directory).filter(({ email }) => email === username);
  const names = rows.map(({ organizationName }) => organizationName);
  if (organization === undefined && names.length > 1) {
    throw new ManagementError(400, `${username} is in ${names.join(', ')}: name one organization`);
  }
  return { password: rows[0]?.password, organization: names[0] };
}
