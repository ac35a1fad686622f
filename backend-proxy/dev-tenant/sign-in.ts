import { z } from 'zod';
import type { DpopKey } from './dpop-key.js';
import { inProcessCookie, inProcessSetCookie } from './oidc/cookies.js';
import { challengeOf } from './oidc/pkce.js';
import { randomId } from './random.js';
import type { DevTenant } from './types.js';

export interface SignInOptions {
  /** Email, username, or phone number. */
  username: string;
  password?: string | undefined;
  /** ID or name. */
  organization?: string | undefined;
  clientId?: string | undefined;
  audience?: string | undefined;
  scope?: string | undefined;
  /** Binds the tokens to this key, so that each use requires a proof. See `createDpopKey`. */
  dpop?: DpopKey | undefined;
}

export interface SignedIn {
  accessToken: string;
  idToken: string;
  refreshToken?: string;
}

/** The tenant refused the sign-in. */
export class SignInRefusal extends Error {
  override readonly name = 'SignInRefusal';
}

/** What of the tenant a sign-in needs. */
type SignInTenant = Pick<DevTenant, 'url' | 'audience' | 'clients' | 'clock' | 'fetch'>;

const redirectUri = 'http://localhost/callback';

const tokenAnswer = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string().optional(),
});

/**
 * Signs a user in with the real flow: `/authorize`, the login form, the redirect with the code, `/oauth/token`.
 * Also works in a tab, where scripts can't use cookies: `oidc/cookies.ts` describes the two headers used instead.
 *
 * @throws {SignInRefusal} with the tenant's message if the sign-in is refused
 * @example
 * const { accessToken, idToken, refreshToken } = await signIn(tenant, {
 *   username: 'ada@acme.example', // email, username, or phone number
 *   password: 'orgdesk', // default: the password of all seeded people
 *   organization: 'acme', // ID or name
 *   clientId: tenant.clients.spa.clientId, // default: the product's app
 *   audience: tenant.audience, // default: the product's API
 *   scope: 'openid profile email offline_access', // default
 *   dpop: await createDpopKey(), // default: bearer tokens
 * });
 */
export async function signIn(tenant: SignInTenant, options: SignInOptions): Promise<SignedIn> {
  const verifier = randomId();
  const visit = browser(tenant);
  const login = locationOf(await visit(await authorizeUrl(tenant, options, verifier)));
  if (login.searchParams.has('error')) throw refusal(login.searchParams);

  const credentials = { username: options.username, password: options.password ?? 'orgdesk' };
  const answer = await visit(login, new URLSearchParams(credentials));
  if (answer.status === 400)
    throw new SignInRefusal(`sign-in refused: wrong or locked credentials of ${options.username}`);
  const { searchParams } = locationOf(answer);
  if (searchParams.has('error')) throw refusal(searchParams);
  return exchange(tenant, options, { code: searchParams.get('code') ?? '', code_verifier: verifier });
}

async function authorizeUrl(tenant: SignInTenant, options: SignInOptions, verifier: string): Promise<URL> {
  const url = new URL('/authorize', tenant.url);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: options.clientId ?? tenant.clients.spa.clientId,
    redirect_uri: redirectUri,
    scope: options.scope ?? 'openid profile email offline_access',
    audience: options.audience ?? tenant.audience,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    state: randomId(),
    nonce: randomId(),
    ...(options.organization !== undefined && { organization: options.organization }),
  }).toString();
  return url;
}

async function exchange(
  tenant: SignInTenant,
  options: SignInOptions,
  parameters: { code: string; code_verifier: string },
): Promise<SignedIn> {
  const body = JSON.stringify({
    grant_type: 'authorization_code',
    client_id: options.clientId ?? tenant.clients.spa.clientId,
    redirect_uri: redirectUri,
    ...parameters,
  });
  const first = await requestTokens(tenant, body, options.dpop);
  const nonce = first.status === 400 ? first.headers.get('dpop-nonce') : null;
  const response = nonce === null ? first : await requestTokens(tenant, body, options.dpop, nonce);
  if (!response.ok) throw new SignInRefusal(`sign-in refused: ${await response.text()}`);
  const { access_token, id_token, refresh_token } = tokenAnswer.parse(await response.json());
  return {
    accessToken: access_token,
    idToken: id_token,
    ...(refresh_token !== undefined && { refreshToken: refresh_token }),
  };
}

async function requestTokens(tenant: SignInTenant, body: string, dpop: DpopKey | undefined, nonce?: string) {
  const url = `${tenant.url}/oauth/token`;
  const headers = new Headers({ 'content-type': 'application/json' });
  if (dpop) {
    const claims = { iat: Math.floor(tenant.clock.now() / 1000) };
    headers.set('dpop', await dpop.prove({ method: 'POST', url, nonce, claims }));
  }
  return tenant.fetch(url, { method: 'POST', headers, body });
}

/** A minimal browser: stores cookies and returns redirects instead of following them. */
function browser({ fetch }: SignInTenant): (url: URL, form?: URLSearchParams) => Promise<Response> {
  const jar = new Map<string, string>();
  return async (url, form) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = { headers: { [inProcessCookie]: cookie }, ...(form && { method: 'POST', body: form }) };
    const response = await fetch(url, request);
    for (const each of response.headers.get(inProcessSetCookie)?.split(', ') ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (name !== undefined && value !== undefined) jar.set(name, value);
    }
    return response;
  };
}

function locationOf(response: Response): URL {
  const location = response.headers.get('location');
  if (location === null)
    throw new SignInRefusal(`sign-in refused: status ${response.status} without a redirect`);
  return new URL(location);
}

function refusal(answer: URLSearchParams): SignInRefusal {
  return new SignInRefusal(`sign-in refused: ${answer.get('error')}: ${answer.get('error_description')}`);
}
