/** Calls a tenant's Management API for the `tenant` commands. */
import { z } from 'zod';
import { TenantApiError, type TenantApi } from '../../tenant/index.js';
import { readVariable } from '../../environment/read-options.js';
import { UsageError } from '../exit.js';
import type { Io } from '../io.js';

const maxAttempts = 5;
const grant = z.object({ access_token: z.string().min(1) });
const refusal = z
  .object({ message: z.string() })
  .or(z.object({ error_description: z.string() }).transform((body) => ({ message: body.error_description })));

/**
 * Returns calls to the Management API with the credentials of the environment.
 * @throws {UsageError} without credentials
 * @throws {TenantApiError} if the tenant refuses them
 */
export async function connectTenant(origin: string, env: Io['env'], io: Io): Promise<TenantApi> {
  const token = await managementToken(origin, env, io);
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    return send(`${origin}/api/v2${path}`, init, `${method} ${path.split('?')[0]}`, io);
  };
}

async function managementToken(origin: string, env: Io['env'], io: Io): Promise<string> {
  const token = readVariable(env, 'AUTH0_MANAGEMENT_TOKEN');
  if (token !== undefined) return token;
  const client_id = readVariable(env, 'AUTH0_CLIENT_ID');
  const client_secret = readVariable(env, 'AUTH0_CLIENT_SECRET');
  if (client_id === undefined || client_secret === undefined) {
    throw new UsageError('AUTH0_MANAGEMENT_TOKEN is not set, nor AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET');
  }
  const audience = `${origin}/api/v2/`;
  const body = { grant_type: 'client_credentials', client_id, client_secret, audience };
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return grant.parse(await send(`${origin}/oauth/token`, init, 'the request for a token', io)).access_token;
}

/** Sends a request again only after a 429, when nothing has happened. Redirects could leak the token. */
async function send(url: string, init: RequestInit, what: string, io: Io): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await io.fetch(url, { ...init, redirect: 'error' }).catch((cause: unknown) => {
      throw new TenantApiError(`${new URL(url).host} could not be reached`, null, { cause });
    });
    const body = parse(await response.text());
    if (response.ok) return body;
    if (response.status !== 429 || attempt === maxAttempts) throw refused(response.status, body, what);
    await io.pause(waitMs(response.headers));
  }
}

function refused(status: number, body: unknown, what: string): TenantApiError {
  const { success, data } = refusal.safeParse(body);
  const reason = success ? `: ${data.message}` : '';
  return new TenantApiError(`Auth0 refused ${what} with ${status}${reason}`, status);
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const longestWaitMs = 60_000;

/** Auth0 says in whole seconds when the limit is reset. */
function waitMs(headers: Headers): number {
  const reset = Number(headers.get('x-ratelimit-reset')) * 1000 - Date.now();
  return Math.min(Math.max(Number.isFinite(reset) ? reset : 0, 1_000), longestWaitMs);
}
