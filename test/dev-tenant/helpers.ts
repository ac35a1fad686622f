import {
  createDevTenant as createLimitedDevTenant,
  type DevTenant,
  type DevTenantOptions,
  type Seed,
  type SeedName,
} from '../../backend-proxy/dev-tenant/index.js';
import { storedSigningKeys } from '../harness/signing-keys.js';
import { judged } from './judged.js';

export { signIn } from '../../backend-proxy/dev-tenant/index.js';

/** Tests call faster than any plan allows. Tests about limits enforce them; tests about keys generate their own. */
export const createDevTenant = (options: DevTenantOptions = {}) =>
  judged(createLimitedDevTenant({ rateLimits: 'reported', signingKeys: storedSigningKeys, ...options }));

export const ada = 'auth0|ac3e00000000000000000001';
export const mia = 'auth0|ac3e00000000000000000003';
export const sam = 'auth0|ac3e00000000000000000006';
export const grace = 'samlp|globex-saml|grace@globex.example';
export const ivy = 'google-oauth2|100000000000000000001';
export const uma = 'auth0|b3e11a000000000000000001';
export const acme = 'org_acme000000000000';
export const globex = 'org_globex0000000000';
export const umbrella = 'org_umbrella00000000';

export const verifier = 'the-verifier-of-every-test-long-enough-for-pkce-0';
const challenge = 'sIv7FS1BPLqKOTAHniluCUPH2K3VMNG8PowyF5ccYDg';
export const redirectUri = 'http://localhost:4000/callback';

type Json = Record<string, unknown>;

/** A response with a parsed body. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
  rows: Json[];
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  const rows = Array.isArray(parsed) ? (parsed as Json[]) : [];
  return { status: response.status, headers: response.headers, body: parsed as Json, rows };
}

/** Calls the Management API with a machine token. Default: all scopes of the proxy's client. */
export function management(tenant: DevTenant, scope?: string) {
  return callWith(tenant, machineToken(tenant, scope));
}

/** Like {@link management}, with scopes that the proxy's client doesn't have. */
export function managementAs(tenant: DevTenant, ...scopes: string[]) {
  const claims = { iss: tenant.issuer, sub: 'other@clients', aud: `${tenant.url}/api/v2/`, exp: 4e9 };
  return callWith(tenant, tenant.tokens.sign({}, { ...claims, scope: scopes.join(' ') }));
}

function callWith(tenant: DevTenant, token: Promise<string>) {
  return async (method: string, path: string, body?: unknown): Promise<Answer> =>
    read(
      await tenant.fetch(`${tenant.url}/api/v2${path}`, {
        method,
        headers: { authorization: `Bearer ${await token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
}

export async function machineToken(tenant: DevTenant, scope?: string): Promise<string> {
  const { clientId, clientSecret } = tenant.clients.proxy;
  const { body } = await post(tenant, '/oauth/token', {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience: `${tenant.url}/api/v2/`,
    ...(scope !== undefined && { scope }),
  });
  return String(body['access_token']);
}

export async function post(tenant: DevTenant, path: string, body: Json, headers: HeadersInit = {}) {
  return read(
    await tenant.fetch(`${tenant.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(headers)) },
      body: JSON.stringify(body),
    }),
  );
}

/** Exchanges a code like the single-page app. */
export function exchange(tenant: DevTenant, parameters: Json): Promise<Answer> {
  return post(tenant, '/oauth/token', {
    grant_type: 'authorization_code',
    client_id: tenant.clients.spa.clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...parameters,
  });
}

export function refresh(tenant: DevTenant, refreshToken: unknown): Promise<Answer> {
  const client_id = tenant.clients.spa.clientId;
  return post(tenant, '/oauth/token', {
    grant_type: 'refresh_token',
    client_id,
    refresh_token: refreshToken,
  });
}

/** Decodes a token's claims without verifying it. */
export function claimsOf(token: unknown): Json {
  const [, payload = ''] = String(token).split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
}

/** A minimal browser: stores cookies and returns redirects instead of following them. */
export class Browser {
  readonly #tenant: DevTenant;
  readonly #cookies = new Map<string, string>();

  constructor(tenant: DevTenant) {
    this.#tenant = tenant;
  }

  async visit(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#tenant.fetch(new URL(url, this.#tenant.url), {
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (header.includes('Max-Age=0')) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  authorize(overrides: Record<string, string | undefined> = {}): Promise<Response> {
    return this.visit(authorizePath(this.#tenant, overrides));
  }

  /** Signs in, from `/authorize` to the redirect after the form. */
  async signIn(username: string, overrides: Record<string, string | undefined> = {}): Promise<URL> {
    const page = locationOf(await this.authorize(overrides));
    if (page.pathname !== '/u/login') return page;
    return locationOf(await this.visit(page.href, { username, password: 'orgdesk' }));
  }
}

function authorizePath(tenant: DevTenant, overrides: Record<string, string | undefined> = {}): string {
  const parameters = {
    response_type: 'code',
    client_id: tenant.clients.spa.clientId,
    redirect_uri: redirectUri,
    scope: 'openid profile email offline_access',
    audience: tenant.audience,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...overrides,
  };
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/authorize?${new URLSearchParams(given).toString()}`;
}

export function locationOf(response: Response): URL {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`expected a redirect, got ${response.status}`);
  return new URL(location);
}

/** Query of the app's callback URL. */
export function answerIn(url: URL): Record<string, string> {
  return Object.fromEntries(url.searchParams);
}

/** A database connection, an organization, and one of its users. Options override settings under test. */
export function worldWith(
  connection: { strategy: string; options?: Json },
  user: Partial<NonNullable<Seed['users']>[number]> = {},
): DevTenant {
  const provider = connection.strategy;
  return createDevTenant({
    seed: {
      connections: [{ id: 'con_0000000000000001', name: 'the-connection', ...connection }],
      users: [
        {
          user_id: `${provider}|one`,
          connection: 'the-connection',
          email: 'one@world.example',
          name: 'One',
          ...user,
        },
        {
          user_id: `${provider}|two`,
          connection: 'the-connection',
          email: 'two@world.example',
          username: 'two',
        },
      ],
    },
  });
}

export type { SeedName };
