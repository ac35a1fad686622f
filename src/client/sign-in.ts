/**
 * Sign-in through Auth0's own auth0-spa-js, loaded only when a tag asks for it: it is several times the size of
 * everything else on the page.
 */
import type { Auth0Client } from '@auth0/auth0-spa-js';
import { ProxyProblem } from './problem.js';
import type { SessionFetch } from './proxy-client.js';

/** The attributes of a tag that signs in by itself. */
export interface SignInOptions {
  /** The tenant's domain. A full `http://localhost` origin is taken too, for the dev tenant. */
  readonly domain: string;
  readonly clientId: string;
  /** The API identifier the proxy expects in the access token. */
  readonly audience: string;
  /** An organization's id (`org_…`) or name. */
  readonly organization?: string;
}

/** One signed-in (or not yet signed-in) session of the page. */
export interface SignIn {
  /** Adds the access token, renewed silently when it has run out. @throws `sign_in_required` when only the person can help. */
  readonly fetch: SessionFetch;
  /** Leaves the page for Auth0's login and comes back to the same address. `maxAge`: how old, in seconds, a sign-in may be to do. */
  login(maxAge?: number): Promise<void>;
  /** Fetches new tokens, with the profile as it is now in the ID token. @throws `sign_in_required` */
  renew(): Promise<void>;
  /** Leaves for a sign-in to another of the person's organizations. Every tag that asks for the one of now follows, in this tab. */
  switchOrganization(organizationId: string): Promise<void>;
  /** Ends the session here and at Auth0, and lands on `returnTo` (the page itself by default). */
  logout(returnTo?: string): Promise<void>;
}

const sessions = new Map<string, Promise<SignIn>>();

/**
 * The page's session for these options: every tag with the same attributes shares one client, because each client
 * would otherwise redeem the login's code and renew tokens on its own.
 */
export function connectSignIn(options: SignInOptions): Promise<SignIn> {
  const key = JSON.stringify([options.domain, options.clientId, options.audience, options.organization]);
  let session = sessions.get(key);
  if (!session) {
    session = connect(options);
    sessions.set(key, session);
    // A failed start (the library did not load) is not remembered, so that a retry can succeed.
    session.catch(() => sessions.delete(key));
  }
  return session;
}

async function connect(options: SignInOptions): Promise<SignIn> {
  const choice = new OrganizationChoice(options);
  const organization = choice.read() ?? options.organization;
  const { Auth0Client } = await import('@auth0/auth0-spa-js');
  const auth0 = new Auth0Client({
    domain: options.domain,
    clientId: options.clientId,
    useRefreshTokens: true,
    // Tokens live in memory only; after a reload the tenant's session is asked through a hidden frame.
    useRefreshTokensFallback: true,
    authorizationParams: {
      audience: options.audience,
      redirect_uri: location.origin + location.pathname,
      ...(organization && { organization }),
    },
  });
  let refusal = await finishLogin(auth0);
  // An organization that does not let the person in must not be asked for again and again.
  if (refusal) choice.forget();
  return {
    fetch: async (input, init = {}) => {
      if (refusal) {
        const pending = refusal;
        refusal = null;
        throw pending;
      }
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${await accessToken(auth0)}`);
      return fetch(input, { ...init, headers });
    },
    login: async (maxAge) => {
      await auth0.loginWithRedirect({
        appState: { returnTo: location.pathname + location.search + location.hash },
        ...(maxAge !== undefined && { authorizationParams: { max_age: maxAge } }),
      });
      // The page is on its way out. Whoever waits for the end of the sign-in must not go on as if it were done.
      return new Promise<never>(() => {});
    },
    renew: async () => {
      await accessToken(auth0, { cacheMode: 'off' });
    },
    switchOrganization: async (organizationId) => {
      choice.remember(organizationId);
      // The tokens of now are of the other organization; the session at Auth0 stays, and may need no password again.
      await auth0.logout({ openUrl: false });
      await auth0.loginWithRedirect({
        appState: { returnTo: location.pathname + location.search },
        authorizationParams: { organization: organizationId },
      });
    },
    logout: (returnTo = location.origin + location.pathname) => {
      choice.forget();
      return auth0.logout({ logoutParams: { returnTo } });
    },
  };
}

/** Which organization a person has gone over to from the one a page asks for. It ends with the tab. */
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

/** Sandboxed frames and some private modes have none. */
function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/**
 * Redeems the code in the address, if this page asked for one, and takes it out of the address again. A refused
 * login is kept for the first call to tell: throwing here would leave nothing to sign in again with.
 */
async function finishLogin(auth0: Auth0Client): Promise<ProxyProblem | null> {
  const params = new URLSearchParams(location.search);
  if (!params.has('state') || !(params.has('code') || params.has('error'))) return null;
  try {
    const { appState } = await auth0.handleRedirectCallback<{ returnTo?: string }>();
    history.replaceState(history.state, '', appState?.returnTo ?? location.pathname);
    return null;
  } catch (reason) {
    // The host's own login may use the same parameters; what this client did not start is not its to finish.
    if (errorCode(reason) === 'missing_transaction') return null;
    history.replaceState(history.state, '', location.pathname);
    return new ProxyProblem('sign_in_failed', { cause: reason });
  }
}

/** What getTokenSilently says when nobody but the person can help. */
const needsInteraction = new Set([
  'login_required',
  'consent_required',
  'interaction_required',
  'invalid_grant',
  'missing_refresh_token',
  'mfa_required',
]);

async function accessToken(auth0: Auth0Client, options: { cacheMode?: 'off' } = {}): Promise<string> {
  try {
    const token = await auth0.getTokenSilently(options);
    if (token) return token;
  } catch (reason) {
    const code = needsInteraction.has(errorCode(reason)) ? 'sign_in_required' : 'proxy_unreachable';
    throw new ProxyProblem(code, { cause: reason });
  }
  throw new ProxyProblem('sign_in_required');
}

/** auth0-spa-js puts OAuth's error code on the errors it throws. */
function errorCode(reason: unknown): string {
  const { error } = (reason ?? {}) as { error?: unknown };
  return typeof error === 'string' ? error : '';
}
