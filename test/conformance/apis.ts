import { z } from 'zod';
import { createDevTenant } from '../../backend-proxy/dev-tenant/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import type { Api } from './scenario.js';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

interface Machine {
  readonly base: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch: Fetch;
}

export async function devTenantApi(): Promise<Api> {
  const { url, clients, fetch } = createDevTenant({
    seed: 'acme',
    rateLimits: 'off',
    signingKeys: storedSigningKeys,
  });
  return {
    call: await callsOf({ base: url, ...clients.proxy, fetch }),
    organization: 'org_acme000000000000',
    userId: 'auth0|ac3e00000000000000000001',
  };
}

const variables = {
  domain: 'ORGDESK_CONFORMANCE_DOMAIN',
  clientId: 'ORGDESK_CONFORMANCE_CLIENT_ID',
  clientSecret: 'ORGDESK_CONFORMANCE_CLIENT_SECRET',
  organization: 'ORGDESK_CONFORMANCE_ORGANIZATION',
  userId: 'ORGDESK_CONFORMANCE_USER_ID',
} as const;

/** A real tenant, or the names of the variables that would be needed. */
export async function realApi(env: NodeJS.ProcessEnv): Promise<Api | readonly string[]> {
  const missing = Object.values(variables).filter((name) => !env[name]);
  if (missing.length > 0) return missing;
  const read = (name: keyof typeof variables) => env[variables[name]] ?? '';
  const machine = { clientId: read('clientId'), clientSecret: read('clientSecret'), fetch };
  return {
    call: await callsOf({ base: `https://${read('domain')}`, ...machine }),
    organization: read('organization'),
    userId: read('userId'),
  };
}

async function callsOf(machine: Machine): Promise<Api['call']> {
  const token = await machineToken(machine);
  return async (method, path, body) => {
    const response = await machine.fetch(`${machine.base}/api/v2${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
}

async function machineToken({ base, clientId, clientSecret, fetch }: Machine): Promise<string> {
  const response = await fetch(`${base}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      audience: `${base}/api/v2/`,
    }),
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}
