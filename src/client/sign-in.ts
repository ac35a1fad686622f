/**
 * Sign-in with auth0-spa-js. Lazy-loaded, because it is several times the size of everything else.
 * https://github.com/auth0/auth0-spa-js
 */
import type { Auth0Client } from '@auth0/auth0-spa-js';
import { ProxyProblem } from './problem.js';
import type { SessionFetch } from './proxy-client.js';

/** Options for signing in, as in the attributes of the elements. */
export interface SignInOptions {
  /** The tenant's domain, or an `http://localhost` origin for the dev tenant. */
  readonly domain: string;
  readonly clientId: string;
  /** The API identifier that the proxy expects in access tokens. */
  readonly audience: string;
  /** An organization's ID (`org_…`) or name. */
  readonly organization?: string;
  /**
   * The registered callback URL, if it isn't the URL of the page. Someone who comes back there goes on to the page they left, if
   * `connectSignIn` is called there with the same options.
   */
  readonly redirectUri?: string;
  /**
   * Where auth0-spa-js's worker is served, for pages whose Content-Security-Policy doesn't allow workers from `blob:`. Without
   * it, such a page keeps refresh tokens itself. https://github.com/auth0/auth0-spa-js/blob/main/EXAMPLES.md
   */
  readonly workerUrl?: string;
  /** Binds tokens to a key of this browser (RFC 9449). The tenant's API and application have to allow it. */
  readonly dpop?: boolean;
}

/** The page's session, signed in or not. */
export interface SignIn {
  /** `fetch` with an access token, renewed silently when it expired. @throws `sign_in_required` if the person has to sign in. */
  readonly fetch: SessionFetch;
  /** Leaves the page for Auth0's login, and returns to the same URL. `maxAge`: how old, in seconds, a sign-in can be. */
  login(maxAge?: number): Promise<void>;
  /** Fetches new tokens, with the current profile in the ID token. @throws `sign_in_required` */
  renew(): Promise<void>;
  /** Leaves the page to sign in to another organization. In this tab, all elements with the same options follow. */
  switchOrganization(organizationId: string): Promise<void>;
  /**
   * Leaves the page to sign in again, and to choose an organization there. In this tab, all elements with the same options
   * follow. The application in Auth0 has to prompt for an organization.
   */
  chooseOrganization(): Promise<void>;
  /** Signs out here and at Auth0, and goes to `returnTo` (by default this page). */
  logout(returnTo?: string): Promise<void>;
}

const sessions = new Map<string, Promise<SignIn>>();

/**
 * Returns the page's session for these options. Callers with the same options share it: two clients would compete for the
 * code of a login, and renew tokens twice.
 * @throws If auth0-spa-js can't be loaded; the next call tries again.
 * @example
 * const session = await connectSignIn({ domain, clientId, audience, organization: 'org_acme' });
 * const client = createProxyClient({ baseUrl: '/orgdesk', fetch: session.fetch });
 */
export function connectSignIn(options: SignInOptions): Promise<SignIn> {
  const {
    domain,
    clientId,
    audience,
    organization = '',
    redirectUri = '',
    workerUrl = '',
    dpop = false,
  } = options;
  const key = JSON.stringify([domain, clientId, audience, organization, redirectUri, workerUrl, dpop]);
  let session = sessions.get(key);
  if (!session) {
    session = connect(options);
    sessions.set(key, session);
    // Not kept if it fails, so that a retry can succeed.
    session.catch(() => sessions.delete(key));
  }
  return session;
}

async function connect(options: SignInOptions): Promise<SignIn> {
  const choice = new OrganizationChoice(options);
  const { domain, clientId, audience, workerUrl, dpop = false } = options;
  const organization = choice.read() ?? options.organization;
  const redirectUri = options.redirectUri || location.origin + location.pathname;
  const [{ Auth0Client, InMemoryCache }, hasWorker] = await Promise.all([
    import('@auth0/auth0-spa-js'),
    workerUrl ? true : canStartWorker(),
  ]);
  const auth0 = new Auth0Client({
    domain,
    clientId,
    useDpop: dpop,
    useRefreshTokens: true,
    // Tokens are kept in memory. After a reload, they come from the tenant's session through a hidden frame.
    useRefreshTokensFallback: true,
    authorizeTimeoutInSeconds,
    useCookiesForTransactions: tabStorage() === null,
    ...(workerUrl && { workerUrl }),
    // A cache of the caller's own needs no worker.
    ...(!hasWorker && { cache: new InMemoryCache().enclosedCache }),
    authorizationParams: {
      audience,
      redirect_uri: redirectUri,
      ...(organization && { organization }),
    },
  });
  const token = (request: { cacheMode?: 'off' } = {}) => accessToken(auth0, redirectUri, request);
  const send = dpop ? boundFetch(auth0, audience, token) : bearerFetch(token);
  let refusal = await finishLogin(auth0, choice);
  // Otherwise every visit would try an organization that refuses the person.
  if (refusal) choice.forget();
  await acceptInvitation(auth0);
  return {
    fetch: async (input, init = {}) => {
      if (refusal) {
        const pending = refusal;
        refusal = null;
        throw pending;
      }
      return send(input, init);
    },
    login: async (maxAge) => {
      await auth0.loginWithRedirect({
        appState: { returnTo: location.pathname + location.search + location.hash },
        ...(maxAge !== undefined && { authorizationParams: { max_age: maxAge } }),
      });
      return pageIsLeft();
    },
    renew: async () => {
      await token({ cacheMode: 'off' });
    },
    switchOrganization: async (organizationId) => {
      choice.remember(organizationId);
      // Drops the tokens of this organization. The session at Auth0 stays, so a password may not be needed.
      await auth0.logout({ openUrl: false });
      await auth0.loginWithRedirect({
        appState: { returnTo: location.pathname + location.search },
        authorizationParams: { organization: organizationId },
      });
    },
    chooseOrganization: async () => {
      choice.forget();
      await auth0.logout({ openUrl: false });
      await auth0.loginWithRedirect({
        appState: {
          returnTo: location.pathname + location.search + location.hash,
          choosesOrganization: true,
        },
        // Without a new login, Auth0 can answer from the session that has no organization.
        authorizationParams: { prompt: 'login' },
      });
      return pageIsLeft();
    },
    logout: (returnTo = location.origin + location.pathname) => {
      choice.forget();
      return auth0.logout({ logoutParams: { returnTo } });
    },
  };
}

/** How long the hidden frame has to answer. auth0-spa-js waits for a minute, in which people see nothing. */
const authorizeTimeoutInSeconds = 8;
/** Starting an empty worker takes some milliseconds. */
const workerTimeoutMs = 2_000;

/** Returns whether the page can start a worker from a `blob:` URL, which auth0-spa-js waits for without end. */
function canStartWorker(): Promise<boolean> {
  const url = URL.createObjectURL(new Blob(['postMessage(0)'], { type: 'text/javascript' }));
  return new Promise<boolean>((resolve) => {
    try {
      const worker = new Worker(url);
      const end = (works: boolean) => {
        worker.terminate();
        resolve(works);
      };
      worker.onmessage = () => end(true);
      worker.onerror = () => end(false);
      setTimeout(end, workerTimeoutMs, false);
    } catch {
      // Trusted Types, or no workers at all.
      resolve(false);
    }
  }).finally(() => URL.revokeObjectURL(url));
}

type GetToken = () => Promise<string>;

function bearerFetch(token: GetToken): SessionFetch {
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await token()}`);
    return fetch(input, { ...init, headers });
  };
}

/** Adds a DPoP proof to each request, and repeats one for which the proxy wants a nonce. */
function boundFetch(auth0: Auth0Client, audience: string, token: GetToken): SessionFetch {
  const fetcher = auth0.createFetcher({ baseUrl: location.origin, dpopNonceId: 'orgdesk' });
  return async (input, init) => {
    // What can't be renewed has its own problem, which the fetcher doesn't know.
    await token();
    return fetcher.fetchWithAuth(input, init, { audience });
  };
}

/** Callers must not continue as if the sign-in were done. */
const pageIsLeft = () => new Promise<never>(() => {});

/**
 * Leaves the page to sign in with the invitation in the URL, if there is one, and takes it out of the URL. It works once.
 * https://auth0.com/docs/manage-users/organizations/configure-organizations/invite-members
 */
async function acceptInvitation(auth0: Auth0Client): Promise<void> {
  const url = new URL(location.href);
  const [invitation, organization] = ['invitation', 'organization'].map((name) => url.searchParams.get(name));
  if (!invitation || !organization) return;
  for (const name of ['invitation', 'organization', 'organization_name']) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  await auth0.loginWithRedirect({
    appState: { returnTo: url.href, choosesOrganization: true },
    authorizationParams: { invitation, organization },
  });
  return pageIsLeft();
}

/** Remembers, for this tab, the organization a person switched to from the one in the options. */
class OrganizationChoice {
  readonly #key: string;

  constructor({ domain, clientId, organization = '' }: SignInOptions) {
    this.#key = `orgdesk:organization ${domain} ${clientId} ${organization}`;
  }

  read(): string | null {
    return tabStorage()?.getItem(this.#key) ?? null;
  }

  remember(organizationId: string): void {
    tabStorage()?.setItem(this.#key, organizationId);
  }

  forget(): void {
    tabStorage()?.removeItem(this.#key);
  }
}

/** `null` in sandboxed frames and some private modes. */
function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** What a login comes back with. */
interface AppState {
  readonly returnTo?: string;
  readonly choosesOrganization?: boolean;
}

/**
 * Redeems the code in the URL, if this page requested one, and removes it from the URL. Returns a refused login for the first
 * call to throw: if it were thrown here, there would be no session to sign in again with.
 */
async function finishLogin(auth0: Auth0Client, choice: OrganizationChoice): Promise<ProxyProblem | null> {
  const params = new URLSearchParams(location.search);
  if (!params.has('state') || !(params.has('code') || params.has('error'))) return null;
  try {
    const { appState } = await auth0.handleRedirectCallback<AppState>();
    if (appState?.choosesOrganization) {
      const claims = await auth0.getIdTokenClaims();
      const organizationId: unknown = claims?.['org_id'];
      // After a reload, the session alone wouldn't say which organization it was.
      if (typeof organizationId === 'string') choice.remember(organizationId);
    }
    const page = new URL(location.pathname, location.origin);
    const wanted = new URL(appState?.returnTo ?? page, location.origin);
    // The host's own login can have stored anything, from a link of someone else's.
    const returnTo = wanted.origin === location.origin ? wanted : page;
    // The registered callback can be another page than the one that was left.
    if (returnTo.pathname !== location.pathname) {
      location.replace(returnTo);
      return await pageIsLeft();
    }
    history.replaceState(history.state, '', returnTo);
    return null;
  } catch (reason) {
    // The host's own login can use the same parameters. This client only finishes logins that it started.
    if (errorCode(reason) === 'missing_transaction') return null;
    history.replaceState(history.state, '', location.pathname);
    return new ProxyProblem(refusalCode(reason), { cause: reason });
  }
}

/**
 * Tells the refusals that another attempt with the same account doesn't change. A block is the only one with a description that
 * is documented: https://auth0.com/docs/manage-users/user-accounts/block-and-unblock-users
 */
function refusalCode(reason: unknown): 'sign_in_blocked' | 'sign_in_denied' | 'sign_in_failed' {
  const { error_description: description } = (reason ?? {}) as { error_description?: unknown };
  const code = errorCode(reason);
  if (code !== 'unauthorized' && code !== 'access_denied') return 'sign_in_failed';
  return typeof description === 'string' && /\bblocked\b/i.test(description)
    ? 'sign_in_blocked'
    : 'sign_in_denied';
}

/** Errors of `getTokenSilently` that only the person can resolve. */
const needsInteraction = new Set([
  'login_required',
  'consent_required',
  'interaction_required',
  'invalid_grant',
  'missing_refresh_token',
  'mfa_required',
  // The hidden frame was refused or never answered. A login that leaves the page can work.
  'timeout',
]);

async function accessToken(
  auth0: Auth0Client,
  redirectUri: string,
  options: { cacheMode?: 'off' },
): Promise<string> {
  try {
    const token = await auth0.getTokenSilently(options);
    if (token) return token;
  } catch (reason) {
    // Without a network, a login fails as well.
    if (!navigator.onLine) throw new ProxyProblem('proxy_unreachable', { cause: reason });
    if (errorCode(reason) === 'timeout') {
      console.warn(
        `Orgdesk: Auth0 didn't answer the silent sign-in. In the settings of the application, add ${location.origin} to ` +
          `Allowed Web Origins and ${redirectUri} to Allowed Callback URLs. The page's Content-Security-Policy has to ` +
          `allow a frame from Auth0.`,
      );
    }
    const code = needsInteraction.has(errorCode(reason)) ? 'sign_in_required' : 'proxy_unreachable';
    throw new ProxyProblem(code, { cause: reason });
  }
  throw new ProxyProblem('sign_in_required');
}

/** auth0-spa-js sets `error` to the OAuth error code. */
function errorCode(reason: unknown): string {
  const { error } = (reason ?? {}) as { error?: unknown };
  return typeof error === 'string' ? error : '';
}
