/**
 * Everything behind the elements, inside this tab: the real proxy in front of the real dev tenant, joined by `fetch`
 * arguments. Nothing is mocked and nothing leaves the page.
 */
import {
  createDevTenant,
  signIn,
  type DevTenant,
  type DevTenantOptions,
} from '../backend-proxy/dev-tenant/index.js';
import { createProxy, type Policy } from '../backend-proxy/src/index.js';
import type { SessionFetch } from '../src/index.js';
import { storedSigningKeys } from '../test/harness/signing-keys.js';

/** Where the elements look for the proxy by default. */
export const proxyPath = '/orgdesk';

export interface WorldOptions {
  readonly seed?: DevTenantOptions['seed'];
  readonly plan?: 'free' | 'essentials' | 'enterprise';
  /** Milliseconds until the tenant's lists and search show a change. */
  readonly lag?: number;
  /** The default policy unless told. */
  readonly policy?: Policy;
}

export class World {
  readonly tenant: DevTenant;
  /** Between the page and the proxy: as it should be, broken, or without an answer. */
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

  /** A signed-in person's `fetch`, to hand to an element. The sign-in is the real code flow with PKCE. */
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

  /** The `fetch` of a page where nobody is signed in. */
  readonly nobody: SessionFetch = (input, init) => this.#send(input, init);

  /** What happens in the tenant past the proxy, as from its dashboard. */
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
    // The proxy is not at an address: a base makes a Request of the element's relative path.
    const request = new Request(new URL(input, 'https://proxy.example'), init);
    return this.#proxy.fetch(withBody(request, init.body));
  }
}

/** Lasts until the caller gives up. */
function silence(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Nobody waits any more', 'AbortError')));
  });
}

/** Firefox tells nobody the `body` of a request, which the proxy reads: it stands in a server everywhere else. */
function withBody(request: Request, body: BodyInit | null | undefined): Request {
  if ('body' in request) return request;
  return Object.defineProperty(request, 'body', { value: new Response(body).body });
}
