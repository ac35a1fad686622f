import type { SignIn } from '../client/sign-in.js';
import { createProxyClient, type ProxyClient, type SessionFetch } from '../client/proxy-client.js';
import { createSend, type Send } from '../client/send.js';

/** Properties of both elements that say whose session it is. A new value resets the element. */
const sessionProperties = [
  'proxyUrl',
  'domain',
  'clientId',
  'audience',
  'redirectUri',
  'workerUrl',
  'dpop',
  'organization',
] as const;

/**
 * Whether changed properties of an element name another session. A new `fetch` alone doesn't while something is loading or
 * after it was loaded: some hosts make one at every render.
 * @param status - The element's state; `ready` as long as it shows something.
 */
export function isNewSession(changed: ReadonlyMap<PropertyKey, unknown>, status: string): boolean {
  if (sessionProperties.some((name) => changed.has(name))) return true;
  const isFirst = status === 'loading' && !changed.get('fetch');
  return changed.has('fetch') && (isFirst || !['loading', 'ready'].includes(status));
}

/**
 * An element's attributes and properties that say how it reaches the proxy. The functions are read at each use: some hosts
 * make new ones at every render, each with the token of that moment.
 */
export interface SessionOptions {
  readonly proxyUrl: string;
  /** The host's own session. If it is set, the sign-in attributes are ignored. */
  readonly fetch: SessionFetch | undefined;
  readonly domain: string;
  readonly clientId: string;
  readonly audience: string;
  readonly organization: string;
  readonly redirectUri: string;
  readonly workerUrl: string;
  readonly dpop: boolean;
  /** The user whose profile is read. Without it, the caller's own. */
  readonly userId?: string;
  /** Signs in again, for a host with its own session. `maxAge` is in seconds. */
  readonly login: ((maxAge?: number) => Promise<void>) | undefined;
  /** Signs in to an organization that the person chooses, for a host with its own session. */
  readonly chooseOrganization?: (() => Promise<void>) | undefined;
}

export interface Session {
  readonly client: ProxyClient;
  /** Sends a request to any path of the proxy. */
  readonly send: Send;
  /** Leaves the page to sign in. `null` if the host can't be asked to. */
  readonly login: SignIn['login'] | null;
  /** Signs in to an organization that the person chooses. Absent if the host can't be asked to. */
  readonly chooseOrganization?: SignIn['chooseOrganization'];
  /** Signs out; `null` if the element didn't sign in by itself. */
  readonly logout: SignIn['logout'] | null;
  /** Signs in to another of the person's organizations; absent if the element didn't sign in by itself. */
  readonly switchOrganization?: SignIn['switchOrganization'];
  /** Fetches tokens with the current profile; `null` if the element didn't sign in by itself. */
  readonly renew: SignIn['renew'] | null;
}

/** Opens a session: with the host's `fetch`, by signing in, or with the page's cookies. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { proxyUrl: baseUrl, userId, fetch, domain, clientId, audience } = options;
  const reach = (fetch: SessionFetch) => ({
    client: createProxyClient({ baseUrl, fetch, ...(userId && { userId }) }),
    send: createSend(baseUrl, fetch),
  });
  if (fetch || !domain || !clientId) {
    return {
      // Without either, the page's cookies are the session, as with a backend for frontend.
      ...reach((input, init) => (options.fetch ?? globalThis.fetch)(input, init)),
      login: options.login ? async (maxAge) => options.login?.(maxAge) : null,
      logout: null,
      renew: null,
      ...(options.chooseOrganization && { chooseOrganization: async () => options.chooseOrganization?.() }),
    };
  }
  // Lazy-loaded: a host with its own session doesn't need it.
  const { connectSignIn } = await import('../client/sign-in.js');
  const { organization, redirectUri, workerUrl, dpop } = options;
  const signIn = await connectSignIn({
    domain,
    clientId,
    audience,
    organization,
    redirectUri,
    workerUrl,
    dpop,
  });
  return { ...reach(signIn.fetch), ...signIn };
}
