import type { SignIn } from '../client/sign-in.js';
import { createProxyClient, type ProxyClient, type SessionFetch } from '../client/proxy-client.js';
import { createSend, type Send } from '../client/send.js';

/** How a tag reaches the proxy, from its attributes and properties. */
export interface SessionOptions {
  readonly proxyUrl: string;
  /** The host's own session; the sign-in attributes are ignored when it is given. */
  readonly fetch: SessionFetch | undefined;
  readonly domain: string;
  readonly clientId: string;
  readonly audience: string;
  readonly organization: string;
  /** Whose profile, where it is not the caller's own. */
  readonly userId: string;
  /** The host's own way to sign in again, for a host with its own session. */
  readonly login: ((maxAge?: number) => Promise<void>) | undefined;
}

export interface Session {
  readonly client: ProxyClient;
  /** Any address of the proxy, for what is not about one profile. */
  readonly send: Send;
  /** Leaves the page to sign in (again, where the last time is too long ago); `null` where signing in is the host's business. */
  readonly login: SignIn['login'] | null;
  /** Where the tag signed in by itself. */
  readonly logout: SignIn['logout'] | null;
  /** Likewise: signs in to another of the person's organizations. */
  readonly switchOrganization?: SignIn['switchOrganization'];
  /** Fetches a token with the profile as it is now. */
  readonly renew: SignIn['renew'] | null;
}

export async function openSession(options: SessionOptions): Promise<Session> {
  const { proxyUrl: baseUrl, userId, fetch, domain, clientId, audience, organization } = options;
  const reach = (fetch: SessionFetch) => ({
    client: createProxyClient({ baseUrl, fetch, ...(userId && { userId }) }),
    send: createSend(baseUrl, fetch),
  });
  if (fetch || !domain || !clientId) {
    // Without either, the page's own cookies are the session, as behind a backend-for-frontend.
    const send: SessionFetch = fetch ?? ((input, init) => globalThis.fetch(input, init));
    return { ...reach(send), login: options.login ?? null, logout: null, renew: null };
  }
  // Loaded on demand: a page that is signed in already pays nothing for it.
  const { connectSignIn } = await import('../client/sign-in.js');
  const signIn = await connectSignIn({ domain, clientId, audience, ...(organization && { organization }) });
  return { ...reach(signIn.fetch), ...signIn };
}
