/**
 * Everything behind the elements, inside this tab: the real proxy in front of the real dev tenant, joined by `fetch`
 * arguments. Nothing is mocked and nothing leaves the page.
 */
import { createDevTenant, signIn, type DevTenant } from '../backend-proxy/dev-tenant/index.js';
import { createProxy } from '../backend-proxy/src/index.js';
import type { SessionFetch } from '../src/index.js';

/** Where the elements look for the proxy by default. */
const proxyPath = '/orgdesk';

export interface World {
  readonly tenant: DevTenant;
  /** A signed-in person's `fetch`, to hand to an element. The sign-in is the real code flow with PKCE. */
  sessionOf(email: string, organization: string): SessionFetch;
}

export function createWorld(): World {
  const tenant = createDevTenant();
  const proxy = createProxy({
    domain: tenant.domain,
    audience: tenant.audience,
    clientId: tenant.clients.proxy.clientId,
    clientSecret: tenant.clients.proxy.clientSecret,
    basePath: proxyPath,
    fetch: tenant.fetch,
  });
  return {
    tenant,
    sessionOf(email, organization) {
      let tokens: ReturnType<typeof signIn> | undefined;
      return async (input, init) => {
        tokens ??= signIn(tenant, { username: email, organization });
        const { accessToken } = await tokens;
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${accessToken}`);
        // The proxy is not at an address: a base makes a Request of the element's relative path.
        return proxy.fetch(new Request(new URL(input, 'https://proxy.example'), { ...init, headers }));
      };
    },
  };
}
