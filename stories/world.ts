/** The backend of a story: the real proxy and the dev tenant, in this tab and connected by `fetch` arguments. */
import {
  createDevTenant,
  signIn,
  type DevTenant,
  type DevTenantOptions,
} from '../backend-proxy/dev-tenant/index.js';
import { createProxy, type Policy } from '../backend-proxy/src/index.js';
import type { SessionFetch } from '../src/index.js';
import { storedSigningKeys } from '../test/harness/signing-keys.js';

/** Default of `proxy-url`. */
export const proxyPath = '/orgdesk';

export interface WorldOptions {
  readonly seed?: DevTenantOptions['seed'];
  readonly plan?: 'free' | 'essentials' | 'enterprise';
  /** Milliseconds until lists and search show a change. */
  readonly lag?: number;
  /** Without it, the default policy. */
  readonly policy?: Policy;
}

export class World {
  readonly tenant: DevTenant;
  /** Connection between page and proxy. `silent` never responds. */
  line: 'up' | 'down' | 'silent' = 'up';
  readonly #proxy: ReturnType<typeof createProxy>;

  constructor({ policy, ...tenant }: WorldOptions = {}) {
    this.tenant = createDevTenant({ signingKeys: storedSigningKeys, ...tenant });
    const { domain, audience, clients, fetch } = this.tenant;
    const { clientId, clientSecret } = clients.proxy;
    this.#proxy = createProxy({
      ...{ domain, audience, clientId, clientSecret, fetch },
      basePath: proxyPath,
      ...(policy && { policy }),
    });
  }

  /** The `fetch` of a signed-in user, for an element. Signs in with the code flow and PKCE. */
  sessionOf(email: string, organization: string): SessionFetch {
    let tokens: ReturnType<typeof signIn> | undefined;
    return async (input, init) => {
      tokens ??= signIn(this.tenant, { username: email, organization });
      const { accessToken } = await tokens;
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${accessToken}`);
      return this.#send(input, { ...init, headers });
    };
  }

  /** The `fetch` of a page on which no one is signed in. */
  readonly anonymous: SessionFetch = (input, init) => this.#send(input, init);

  /** Calls the Management API without the proxy, as the dashboard does. */
  async atTenant(method: string, path: string, body?: object): Promise<void> {
    const { url, clients, fetch } = this.tenant;
    const json = { 'content-type': 'application/json' };
    const { clientId: client_id, clientSecret: client_secret } = clients.proxy;
    const audience = `${url}/api/v2/`;
    const grant = { grant_type: 'client_credentials', client_id, client_secret, audience };
    const granted = await fetch(`${url}/oauth/token`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(grant),
    });
    const { access_token: token } = (await granted.json()) as { access_token: string };
    const { ok, status } = await fetch(`${url}/api/v2${path}`, {
      method,
      headers: { ...json, authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!ok) throw new Error(`the tenant answered ${status} to ${method} ${path}`);
  }

  async #send(input: string, init: RequestInit = {}): Promise<Response> {
    if (this.line === 'down') throw new TypeError('Failed to fetch');
    if (this.line === 'silent') await silence(init.signal);
    // Request needs an absolute URL; the element's is relative.
    const request = new Request(new URL(input, 'https://proxy.example'), init);
    return this.#proxy.fetch(withBody(request, init.body));
  }
}

/** Pends until the request is aborted. */
function silence(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () =>
      reject(new DOMException('The request was aborted', 'AbortError')),
    );
  });
}

/** Firefox has no `Request.body`, which the proxy reads. */
function withBody(request: Request, body: BodyInit | null | undefined): Request {
  if ('body' in request) return request;
  return Object.defineProperty(request, 'body', { value: new Response(body).body });
}
